package org.openr1.sandbox.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.judge.python.TestScript;

/** Judges solutions known to be right, as they are and with a bug planted. */
final class GoldRun {
  private static final int PARALLEL = 2;

  /** A right solution with its tests. */
  record Gold(String name, String source, String entryPoint, TestScript tests) {
    /**
     * The solution with its function wrapped: whatever the outermost call gives is changed to
     * another value of the same type.
     */
    Gold withBug() {
      String bug =
          """


          def _bug(gold):
              depth = [0]
              def wrong(value):
                  if isinstance(value, bool):
                      return not value
                  if isinstance(value, (int, float, complex)):
                      return value * 2 + 1.25
                  if isinstance(value, str):
                      return value + "x"
                  if isinstance(value, list):
                      return value + [None]
                  if isinstance(value, tuple):
                      return value + (None,)
                  if isinstance(value, dict):
                      return {**value, "x": None}
                  if isinstance(value, (set, frozenset)):
                      return set(value) | {None}
                  return "bug"
              def bugged(*args, **kwargs):
                  depth[0] += 1
                  try:
                      value = gold(*args, **kwargs)
                  finally:
                      depth[0] -= 1
                  return value if depth[0] else wrong(value)
              return bugged
          NAME = _bug(NAME)
          """
              .replace("NAME", entryPoint);
      return new Gold(name, source + bug, entryPoint, tests);
    }
  }

  private GoldRun() {}

  /** The names and first failures of those that do not pass all cases. */
  static List<String> failing(List<Gold> golds, String title)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    List<String> failing = new ArrayList<>();
    int cases = 0;
    try (Sandbox sandbox = JudgeSandbox.open(PARALLEL);
        AssertJudge judge = AssertJudge.in(sandbox);
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL)) {
      List<Future<Judgement>> running = new ArrayList<>();
      for (Gold gold : golds) {
        running.add(
            threads.submit(
                () ->
                    judge.judge(
                        Candidate.of(gold.source()),
                        gold.tests(),
                        SandboxLimits.DEFAULT.withTime(Duration.ofSeconds(20)),
                        true)));
      }
      for (int i = 0; i < golds.size(); i++) {
        Judgement judgement = running.get(i).get();
        cases += judgement.total();
        if (judgement.sandboxFailed()) {
          throw new IllegalStateException(golds.get(i).name() + ": " + judgement.firstFailure());
        }
        if (!judgement.allPassed()) {
          failing.add(golds.get(i).name() + ": " + judgement.firstFailure());
        }
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s: %d of %d programs pass, %d cases, %.1f s, %.1f ms each%n",
        title,
        golds.size() - failing.size(),
        golds.size(),
        cases,
        seconds,
        1000 * seconds / golds.size());
    return failing;
  }
}
