package org.openr1.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

/**
 * Many programs at full load, one in a hundred of them hostile. {@code -Dopenr1.sandbox.programs=N}
 * says how many; the figures of docs/sandbox.md are of 10,000.
 */
class LoadTest {
  private static final int PROGRAMS = Integer.getInteger("openr1.sandbox.programs", 300);
  private static final int AT_A_TIME = 2 * Runtime.getRuntime().availableProcessors();
  private static final SandboxLimits LIMITS =
      new SandboxLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(1),
          64 << 20,
          16,
          1 << 20,
          64,
          1 << 20,
          1 << 20);

  private record Case(String source, String stdin, Status status, String stdout) {}

  private static final List<Case> HOSTILE =
      List.of(
          new Case("while True: pass", "", Status.TIME, ""),
          new Case("l = []\nwhile True: l.append(bytearray(1 << 20))", "", Status.MEMORY, ""),
          new Case(
              "import os, time\nwhile True:\n  if os.fork() == 0: time.sleep(9)",
              "",
              Status.PROCESSES,
              ""),
          new Case("import os\nos.kill(-1, 9)\nprint('left')", "", Status.WRONG_EXIT, ""),
          new Case("import os\nos._exit(0)\nprint(1)", "", Status.OK, ""),
          new Case("open('/dev/shm/a', 'wb').write(bytes(1 << 22))", "", Status.WRONG_EXIT, ""));

  @BeforeAll
  static void needsBubblewrap() {
    assumeTrue(LocalSandbox.unavailable().isEmpty(), () -> LocalSandbox.unavailable().orElse(""));
  }

  private static Case program(int i) {
    if (i % 100 == 7) {
      return HOSTILE.get(i / 100 % HOSTILE.size());
    }
    return switch (i % 3) {
      case 0 -> new Case("print(int(input()) * 2)", i + "\n", Status.OK, 2 * i + "\n");
      case 1 -> new Case("import sys\nsys.exit(" + (1 + i % 50) + ")", "", Status.WRONG_EXIT, "");
      default -> new Case("print(sum(range(" + i + ")))", "", Status.OK, sum(i) + "\n");
    };
  }

  private static long sum(long below) {
    return below * (below - 1) / 2;
  }

  @Test
  void nothingIsLostOrMisjudgedAtFullLoadAndMemoryStaysLevel() throws Exception {
    List<String> wrong = new ArrayList<>();
    long[] heap = new long[2];
    long[] files = new long[2];
    long start = System.nanoTime();
    try (LocalSandbox sandbox = LocalSandbox.open(AT_A_TIME);
        ExecutorService callers = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (int half = 0; half < 2; half++) {
        List<Future<Outcome>> running = new ArrayList<>();
        int from = half * PROGRAMS / 2;
        for (int i = from; i < from + PROGRAMS / 2; i++) {
          Case each = program(i);
          running.add(
              callers.submit(
                  () ->
                      sandbox.run(
                          Program.of(Language.PYTHON, each.source()),
                          Input.of(each.stdin()),
                          LIMITS)));
        }
        for (int i = 0; i < running.size(); i++) {
          Case each = program(from + i);
          Outcome outcome = running.get(i).get();
          boolean same =
              outcome.status() == each.status()
                  && (each.stdout().isEmpty() || outcome.stdout().equals(each.stdout()));
          if (!same) {
            wrong.add(each + " gave " + outcome);
          }
        }
        running.clear();
        System.gc();
        heap[half] = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        files[half] = openFiles();
      }
    }
    double rate = PROGRAMS / ((System.nanoTime() - start) / 1e9);
    System.out.printf(
        "%d programs, %.1f a second (bare python3 -c pass: %.1f), heap %d KiB halfway, %d at the"
            + " end%n",
        PROGRAMS, rate, bareRate(), heap[0] >> 10, heap[1] >> 10);
    assertThat(wrong).isEmpty();
    assertThat(heap[1]).isLessThan(heap[0] + (4 << 20));
    assertThat(files[1]).isLessThan(files[0] + 20);
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  /** Interpreters that do nothing, a second, one per core at a time. */
  private static double bareRate() throws Exception {
    int count = Math.min(PROGRAMS, 400);
    String cores = Integer.toString(Runtime.getRuntime().availableProcessors());
    long start = System.nanoTime();
    new ProcessBuilder(
            "/bin/sh",
            "-c",
            "seq " + count + " | xargs -P" + cores + " -I{} /usr/bin/python3 -c pass")
        .start()
        .waitFor();
    return count / ((System.nanoTime() - start) / 1e9);
  }
}
