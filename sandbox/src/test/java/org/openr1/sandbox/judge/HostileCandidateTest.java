package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.judge.python.TestScript;

/** Candidates that want to pass without knowing the answer. */
class HostileCandidateTest {
  private static final TestScript CALLS =
      TestScript.parse("assert f(20) == 87178\nassert f(3) == [1, {2: 'x'}]");
  private static final TestScript LOOP =
      TestScript.parse("for x in range(3):\n    assert f(x) == x + 87178");
  private static final SandboxLimits LIMITS = SandboxLimits.DEFAULT.withTime(Duration.ofSeconds(3));

  private static @Nullable Sandbox sandbox;
  private static @Nullable AssertJudge judge;

  @BeforeAll
  static void open() throws InterruptedException {
    sandbox = JudgeSandbox.open(1);
    judge = AssertJudge.in(sandbox);
  }

  @AfterAll
  static void close() {
    if (judge != null) {
      judge.close();
    }
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private static Judgement judged(String source, TestScript tests) throws InterruptedException {
    Judgement judgement =
        Objects.requireNonNull(judge).judge(Candidate.of(source), tests, LIMITS, false);
    assertThat(judgement.sandboxFailed()).as(judgement.firstFailure()).isFalse();
    assertThat(judgement.firstFailure().length()).isLessThan(1100);
    return judgement;
  }

  private static final String ALWAYS_EQUAL =
      """
      class Yes:
          def __eq__(self, other): return True
          def __ne__(self, other): return False
          def __hash__(self): return 1
      """;

  /** A candidate that writes to every open file while it is loaded. */
  private static String writingToEveryFile(String bytes) {
    return """
    import os
    for fd in range(0, 20):
        try:
            os.write(fd, %s)
        except OSError:
            pass
    def f(x):
        return 2
    """
        .formatted(bytes);
  }

  /** Sources that must not pass calls, and neither the loop. */
  static List<String> sources() {
    return List.of(
        "import sys\nsys.exit(0)",
        "import sys\ndef f(x): sys.exit(0)",
        "import os\nos._exit(0)",
        "import os\ndef f(x): os._exit(0)",
        "import os\ndef f(x): os.kill(os.getpid(), 9)",
        "import atexit, os\natexit.register(lambda: os.write(1, b'{\"value\": 1}\\n'))\n"
            + "def f(x): raise SystemExit(0)",
        "import builtins\nbuiltins.print = lambda *a, **k: None\n"
            + "builtins.AssertionError = SystemExit\ndef f(x): pass",
        "import builtins\nbuiltins.compile = lambda *a, **k: 'pass'\n"
            + "builtins.exec = lambda *a, **k: None\nbuiltins.eval = lambda *a: 1\ndef f(x): pass",
        "import ast, sys\nast.Assert = ast.Pass\nsys.flags = None\ndef f(x): pass",
        "import os\nos.environ['PYTHONOPTIMIZE'] = '2'\ndef f(x): return None",
        "import sys\nanswers = sys.stdin.read()\ndef f(x): return answers",
        "input()\ndef f(x): return 1",
        "import json\njson.loads = json.dumps = lambda *a, **k: True\ndef f(x): return 2",
        "import sys, io\nsys.stdout = sys.stdin = sys.stderr = io.StringIO()\ndef f(x): return 2",
        "import sys\nsys.stdout.close()\nsys.stdin.close()\ndef f(x): return 2",
        "def answer(m): pass\ndef plain(*a): return 1\ndef raised(e): return {'value': 1}\n"
            + "def f(x): raise ValueError('x')",
        "import __main__\n__main__.main = None\nfor n in list(vars(__main__)):\n"
            + "    if not n.startswith('__'): setattr(__main__, n, None)\ndef f(x): return 2",
        "import threading, time\ndef loop():\n    while True: time.sleep(0.01)\n"
            + "threading.Thread(target=loop).start()\ndef f(x): return 2",
        "def f(x): return 'a' * 100_000_000",
        "def f(x): return [0] * 10_000_000",
        "def f(x): return 1 << 400_000_000",
        "def f(x): return f(x)",
        "import sys\nsys.setrecursionlimit(10**9)\ndef f(x): return f(x)",
        "import sys\ndef f(x):\n    sys.setrecursionlimit(12)\n    return 2",
        "def f(x):\n    a = []\n    a.append(a)\n    return a",
        "def f(x):\n    d = {}\n    d[1] = d\n    return d",
        "def f(x):\n    a = 1\n    for _ in range(90): a = [a, a]\n    return a",
        "def f(x):\n    a = 1\n    for _ in range(100_000): a = [a]\n    return a",
        "def f(x): return (i for i in range(3))",
        "import sys\ndef f(x): raise BaseException('\\udc00' * 100000)",
        "class E(BaseException):\n    def __str__(self): raise self\ndef f(x): raise E()",
        "import os\ndef f(x):\n    while os.fork() == 0: pass\n    return 2",
        "import os\nfor fd in range(3, 20):\n    try: os.close(fd)\n    except OSError: pass\n"
            + "def f(x): return 2",
        writingToEveryFile("b'not json\\n' * 3"),
        writingToEveryFile("b'[' * 100000 + b'\\n'"),
        writingToEveryFile("b'{\"loaded\": true}\\n{\"value\": true}\\n{\"word\": \"\"}\\n' * 9"),
        writingToEveryFile("b'{\"value\": {\"f\": \"zz\"}}\\n{\"value\": {\"i\": \"-\"}}\\n'"),
        "def f(x):\n    while True: pass",
        "while True: pass",
        "x = [0] * 10**12",
        "def f(x) return 1",
        "def g(x): return 1",
        "\0",
        "raise BaseException");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void doNotPass(String source) throws InterruptedException {
    assertThat(judged(source, CALLS).passed()).isZero();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void doNotPassTestsThatRunInside(String source) throws InterruptedException {
    assertThat(judged(source, LOOP).passed()).isZero();
  }

  @Test
  void objectsThatEqualEverythingDoNotPassCalls() throws InterruptedException {
    assertThat(judged(ALWAYS_EQUAL + "def f(x): return Yes()", CALLS).passed()).isZero();
    assertThat(
            judged(
                    """
                    class L(list):
                        def __eq__(self, other): return True
                        def __iter__(self): return iter([1, {2: 'x'}])
                        __class__ = int
                    def f(x): return L()
                    """,
                    CALLS)
                .passed())
        .isZero();
  }

  /** Inherent in tests that run beside the candidate; documented. */
  @Test
  void objectsThatEqualEverythingPassTestsThatRunInside() throws InterruptedException {
    assertThat(judged(ALWAYS_EQUAL + "def f(x): return Yes()", LOOP).allPassed()).isTrue();
  }

  private static final String WALKER =
      """
      import sys
      def f(x):
          frame = sys._getframe()
          while frame:
              message = frame.f_locals.get("message")
              if isinstance(message, dict):
                  if "word" in message:
                      import os
                      for fd in range(3, 20):
                          try:
                              os.write(fd, b'{"word": "%s"}\\n' % message["word"].encode())
                          except OSError:
                              pass
                      os._exit(0)
                  return str(message) + str(frame.f_locals)
              frame = frame.f_back
      """;

  @Test
  void walkingTheFramesFindsNoExpectedValue() throws InterruptedException {
    Judgement judgement = judged(WALKER, CALLS);
    assertThat(judgement.passed()).isZero();
    assertThat(judgement.firstFailure()).contains("'call'").doesNotContain("87178");
  }

  /** The weakness of tests that run beside the candidate; documented. */
  @Test
  void walkingTheFramesFindsTheWordOfTestsThatRunInside() throws InterruptedException {
    assertThat(judged(WALKER, LOOP).allPassed()).isTrue();
  }

  @Test
  void theCollectorKnowsNoExpectedValue() throws InterruptedException {
    Judgement judgement =
        judged(
            """
            import gc
            def f(x):
                found = [o for o in gc.get_objects() if isinstance(o, dict) and "call" in o]
                return [repr(o) for o in found if "87" + "178" in repr(o)][:1] or "none"
            """,
            CALLS);
    assertThat(judgement.passed()).isZero();
    assertThat(judgement.firstFailure()).contains("gave 'none'");
  }

  @Test
  void aForgedAnswerCanOnlyBeAGuess() throws InterruptedException {
    String forger =
        """
        import os
        for fd in range(3, 20):
            try:
                os.write(fd, b'{"loaded": true}\\n{"value": 87178}\\n{"value": 1}\\n')
            except OSError:
                pass
        """;
    assertThat(judged(forger, CALLS).passed()).isEqualTo(1);
  }

  @Test
  void rightCandidatesPassWhateverElseTheyDo() throws InterruptedException {
    String right =
        """
        from __future__ import annotations
        import sys, threading, time, enum, collections, random, atexit
        from dataclasses import dataclass
        sys.setrecursionlimit(10**6)
        print("loading", input.__name__)
        threading.Thread(target=lambda: time.sleep(100)).start()
        random.seed(1)

        @dataclass
        class Pair:
            a: int

        class Kind(enum.IntEnum):
            BIG = 87178

        def f(x: Pair) -> int:
            print("called", x)
            print(x, file=sys.stderr)
            return Kind.BIG if x == 20 else [1, collections.defaultdict(str, {2: 'x'})]

        if __name__ == "__main__":
            print(f(int(input())))
        """;
    Judgement judgement = judged(right, CALLS);
    assertThat(judgement.allPassed()).as(judgement.firstFailure()).isTrue();
  }

  @Test
  void valuesOfOtherTypesEqualWhatPythonSaysTheyEqual() throws InterruptedException {
    String candidate =
        """
        from collections import Counter, OrderedDict, namedtuple, deque
        from decimal import Decimal
        from enum import IntEnum
        from fractions import Fraction
        class Kind(IntEnum):
            ONE = 1
        values = [Counter("aab"), OrderedDict(a=2, b=1), namedtuple("P", "x y")(1, 2), Kind.ONE,
                  Decimal("0.5"), Fraction(1, 2), Fraction(4, 2), frozenset([1]), {1: 2}.keys(),
                  bytearray(b"a"), 10 ** 30, float("inf"), 1j,
                  Fraction(1, 3), deque([1]), range(1), iter([1]), Decimal("0.1"), object()]
        def f(i): return values[i]
        """;
    TestScript tests =
        TestScript.parse(
            """
            assert f(0) == {'a': 2, 'b': 1}
            assert f(1) == {'b': 1, 'a': 2}
            assert f(2) == (1, 2)
            assert f(3) == True
            assert f(4) == 0.5
            assert f(5) == 0.5
            assert f(6) == 2
            assert f(7) == {1}
            assert f(8) == {1}
            assert f(9) == b'a'
            assert f(10) == 1000000000000000000000000000000
            assert f(11) == float('inf')
            assert f(12) == 1j
            assert f(13) == 0.3333333333333333
            assert f(14) == [1]
            assert f(15) == [0]
            assert f(16) == [1]
            assert f(17) == 0.1
            assert f(18) == 1
            """);
    assertThat(judged(candidate, tests).cases())
        .extracting(CaseResult::passed)
        .containsExactly(
            true, true, true, true, true, true, true, true, true, true, true, true, true, false,
            false, false, false, false, false);
  }

  @Test
  void tellsWhatHappened() throws InterruptedException {
    assertThat(judged("def f(x): return x", CALLS).cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.WRONG_ANSWER, Verdict.WRONG_ANSWER);
    assertThat(judged("def f(x): return x", CALLS).firstFailure())
        .isEqualTo("case 1 of 2: wrong_answer: f(20): gave 20");
    assertThat(judged("def f(x): return 1 / 0", CALLS).firstFailure())
        .isEqualTo("case 1 of 2: runtime_error: f(20): raised ZeroDivisionError: division by zero");
    assertThat(judged("def f(x) return 1", CALLS).cases().getFirst().verdict())
        .isEqualTo(Verdict.COMPILE_ERROR);
    assertThat(judged("def f(x):\n    while x != 3: pass", CALLS).cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.TIME, Verdict.NOT_RUN);
    assertThat(judged("def f(x): return 0", LOOP).cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.WRONG_ANSWER);
  }
}
