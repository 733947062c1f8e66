package org.openr1.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

class LocalSandboxTest {
  private static final SandboxLimits SHORT =
      SandboxLimits.DEFAULT.withTime(Duration.ofSeconds(5)).withMemory(128 << 20);

  /** With control groups where there are any, and with the watcher. */
  private static List<LocalSandbox> sandboxes = List.of();

  @BeforeAll
  static void open() {
    Optional<String> reason = LocalSandbox.unavailable();
    assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
    sandboxes = List.of(LocalSandbox.open(2), LocalSandbox.open(2, false));
  }

  @AfterAll
  static void close() {
    sandboxes.forEach(LocalSandbox::close);
  }

  private static Outcome python(LocalSandbox sandbox, String source, SandboxLimits limits)
      throws InterruptedException {
    return sandbox.run(Program.of(Language.PYTHON, source), Input.of("21\n"), limits);
  }

  /** A program that prints twice the number it reads. */
  private static String twice(Language language) {
    return switch (language) {
      case PYTHON -> "print(int(input()) * 2)";
      case JAVA ->
          """
          import java.util.Scanner;
          public class Twice {
            public static void main(String[] args) {
              System.out.println(new Scanner(System.in).nextInt() * 2);
            }
          }
          """;
      case JAVASCRIPT -> "console.log(2 * require('fs').readFileSync(0, 'utf8'))";
      case C ->
          """
          #include <stdio.h>
          int main() { int x; scanf("%d", &x); printf("%d", 2 * x); }
          """;
      case CPP ->
          """
          #include <iostream>
          int main() { int x; std::cin >> x; std::cout << 2 * x; }
          """;
      case GO ->
          """
          package main
          import "fmt"
          func main() { var x int; fmt.Scan(&x); fmt.Println(2 * x) }
          """;
      case RUST ->
          """
          use std::io;
          fn main() {
              let mut line = String::new();
              io::stdin().read_line(&mut line).unwrap();
              println!("{}", 2 * line.trim().parse::<i32>().unwrap());
          }
          """;
      case BASH -> "read x; echo $((2 * x))";
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageReadsAndWrites(Language language) throws InterruptedException {
    assumeTrue(sandboxes.getFirst().languages().contains(language), "no tool for " + language);
    for (LocalSandbox sandbox : sandboxes) {
      try (PreparedProgram program = sandbox.prepare(Program.of(language, twice(language)))) {
        assertThat(program.failure()).isEmpty();
        for (int x : new int[] {21, -4}) {
          Outcome outcome = program.run(Input.of(x + "\n"), SandboxLimits.DEFAULT);
          assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.OK);
          assertThat(outcome.stdout().strip()).isEqualTo(Integer.toString(2 * x));
        }
      }
    }
  }

  @Test
  void aProgramThatDoesNotCompileSaysWhy() throws InterruptedException {
    LocalSandbox sandbox = sandboxes.getFirst();
    assumeTrue(sandbox.languages().contains(Language.JAVA));
    Outcome outcome =
        sandbox.run(Program.of(Language.JAVA, "class A { int x = \"a\"; }"), Input.NONE, SHORT);
    assertThat(outcome.status()).isEqualTo(Status.COMPILE_ERROR);
    assertThat(outcome.stderr()).contains("incompatible types");
  }

  @Test
  void limitsEndPrograms() throws InterruptedException {
    SandboxLimits second = SHORT.withTime(Duration.ofSeconds(1));
    for (LocalSandbox sandbox : sandboxes) {
      assertThat(python(sandbox, "while True: pass", second).status()).isEqualTo(Status.TIME);
      assertThat(python(sandbox, "import time; time.sleep(60)", second).status())
          .isEqualTo(Status.TIME);
      assertThat(
              python(sandbox, "l = []\nwhile True: l.append(bytearray(1 << 20))", SHORT).status())
          .isEqualTo(Status.MEMORY);
      assertThat(python(sandbox, "while True: print('x' * 4096)", SHORT).status())
          .isEqualTo(Status.OUTPUT);
      assertThat(
              python(
                      sandbox,
                      """
                      import os, time
                      for i in range(500):
                        if os.fork() == 0: time.sleep(9)
                      """,
                      SHORT)
                  .status())
          .isEqualTo(Status.PROCESSES);
      Outcome exit = python(sandbox, "import sys; sys.exit(7)", SHORT);
      assertThat(exit.status()).isEqualTo(Status.WRONG_EXIT);
      assertThat(exit.exitCode()).isEqualTo(7);
    }
  }

  @Test
  void cpuTimeOfAllProcessesCounts() throws InterruptedException {
    SandboxLimits limits =
        new SandboxLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            128 << 20,
            16,
            1 << 20,
            64,
            1 << 20,
            1 << 20);
    for (LocalSandbox sandbox : sandboxes) {
      Outcome outcome =
          python(sandbox, "import os\nfor i in range(3): os.fork()\nwhile True: pass", limits);
      assertThat(outcome.status()).isEqualTo(Status.TIME);
      assertThat(outcome.wall()).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void writableSpaceIsLimited() throws InterruptedException {
    String fill =
        """
        import errno, sys
        for place in ("/tmp/a", "/box/a", "/dev/shm/a"):
            try:
                with open(place, "wb") as f:
                    for i in range(200): f.write(bytes(1 << 20))
                print("ESCAPED", place)
            except OSError as e:
                print(errno.errorcode[e.errno])
        """;
    SandboxLimits limits =
        new SandboxLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            256 << 20,
            16,
            1L << 30,
            64,
            1 << 20,
            8 << 20);
    for (LocalSandbox sandbox : sandboxes) {
      Outcome outcome = python(sandbox, fill, limits);
      assertThat(outcome.stdout().lines()).containsExactly("ENOSPC", "ENOSPC", "ENOSPC");
    }
  }

  @Test
  void whatIsUsedIsMeasured() throws InterruptedException {
    String work = "x = bytearray(40 << 20)\nn = 0\nwhile n < 3_000_000: n += 1";
    for (LocalSandbox sandbox : sandboxes) {
      Outcome outcome = python(sandbox, work, SHORT);
      assertThat(outcome.isOk()).as(outcome.toString()).isTrue();
      assertThat(outcome.peakMemoryBytes()).isBetween(40L << 20, 70L << 20);
      assertThat(outcome.cpu()).isBetween(Duration.ofMillis(30), outcome.wall().multipliedBy(2));
    }
  }

  @Test
  void theEnvironmentIsEmptyAndNoFilesOfTheHostAreSeen() throws InterruptedException {
    String look =
        """
        import os
        print(sorted(os.environ), sorted(os.listdir("/")), sorted(os.listdir("/proc/self/fd")))
        print([p for p in os.listdir("/proc") if p.isdigit()], os.getuid(), os.uname().nodename)
        """;
    for (LocalSandbox sandbox : sandboxes) {
      List<String> lines = python(sandbox, look, SHORT).stdout().lines().toList();
      assertThat(lines.get(0))
          .contains("['HOME', 'LANG', 'PATH', 'PWD', 'TMPDIR']")
          .contains("['0', '1', '2', '3']")
          .doesNotContain("root")
          .doesNotContain("home")
          .doesNotContain("work");
      assertThat(lines.get(1)).isEqualTo("['1', '2'] 65534 sandbox");
    }
  }

  @Test
  void aDialogueSendsLinesAndReadsAnswers() throws InterruptedException {
    for (LocalSandbox sandbox : sandboxes) {
      try (PreparedProgram program =
          sandbox.prepare(
              Program.of(
                  Language.PYTHON,
                  "import sys\nfor line in sys.stdin: print(int(line) + 1, flush=True)"))) {
        StringBuilder heard = new StringBuilder();
        Outcome outcome =
            program.converse(
                channel -> {
                  for (int i = 0; i < 3; i++) {
                    channel.send(i + "\n");
                    heard.append(channel.receive().orElse("nothing"));
                  }
                },
                SHORT);
        assertThat(heard).hasToString("123");
        assertThat(outcome.status()).isEqualTo(Status.OK);
      }
    }
  }

  @Test
  void aProgramThatEndsItsDialogueEarlyIsJudgedByItsEnd() throws InterruptedException {
    try (PreparedProgram program =
        sandboxes.getFirst().prepare(Program.of(Language.PYTHON, "import os; os._exit(3)"))) {
      Outcome outcome =
          program.converse(
              channel -> {
                while (channel.receive().isPresent()) {
                  channel.send("more\n");
                }
                throw new IOException("it is gone");
              },
              SHORT);
      assertThat(outcome.status()).isEqualTo(Status.WRONG_EXIT);
    }
  }

  @Test
  void noOutputIsLostUnderLoad() throws Exception {
    LocalSandbox sandbox = sandboxes.getFirst();
    try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
      List<Future<Outcome>> running =
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      callers.submit(
                          () -> python(sandbox, "print(int(input()) + " + i + ")", SHORT)))
              .toList();
      for (int i = 0; i < running.size(); i++) {
        assertThat(running.get(i).get().stdout()).isEqualTo((21 + i) + "\n");
      }
    }
  }

  @Test
  void namesOfFilesCannotLeaveTheWorkingDirectory() {
    for (String name : List.of("../a", "/etc/a", "a/b", "", ".hidden")) {
      assertThatThrownBy(() -> new Input("", List.of(), Map.of(name, "")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("file name '" + name + "'");
    }
  }

  @Test
  void aClosedSandboxLeavesNothingBehind() throws Exception {
    try (LocalSandbox sandbox = LocalSandbox.open(1)) {
      assertThat(python(sandbox, "print(1)", SHORT).stdout()).isEqualTo("1\n");
    }
    try (java.util.stream.Stream<Path> left =
        Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      String own = "openr1-sandbox-" + ProcessHandle.current().pid() + "-";
      assertThat(left.filter(path -> path.getFileName().toString().startsWith(own)))
          .hasSizeLessThanOrEqualTo(sandboxes.size());
    }
  }
}
