package org.openr1.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.SandboxLimits;

/** What needs a JVM of its own: one that is killed, and one of an ordinary user. */
class OtherJvmTest {
  private static final String UNUSUAL_SECONDS = "86.4213";

  @BeforeAll
  static void needsBubblewrap() {
    assumeTrue(LocalSandbox.unavailable().isEmpty(), () -> LocalSandbox.unavailable().orElse(""));
  }

  /** Runs a program that sleeps, with a child that left its session. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
      try (LocalSandbox sandbox = LocalSandbox.open(1, Boolean.parseBoolean(args[0]))) {
        System.out.println("ready");
        sandbox.run(
            Program.of(
                Language.BASH, "setsid sleep " + UNUSUAL_SECONDS + " & sleep " + UNUSUAL_SECONDS),
            Input.NONE,
            SandboxLimits.DEFAULT.withTime(Duration.ofMinutes(2)));
      }
    }
  }

  /** Prints its containment and how programs end that go over their limits. */
  static final class Limited {
    private Limited() {}

    public static void main(String[] args) throws InterruptedException {
      SandboxLimits limits =
          SandboxLimits.DEFAULT.withTime(Duration.ofSeconds(3)).withMemory(64 << 20);
      try (LocalSandbox sandbox = LocalSandbox.open(1)) {
        System.out.println(sandbox.containment());
        for (String source :
            List.of(
                "print('fine')",
                "while True: pass",
                "l = []\nwhile True: l.append(bytearray(1 << 20))",
                "import os, time\nfor i in range(300):\n  if os.fork() == 0: time.sleep(9)",
                "print(open('/etc/shadow').read())")) {
          System.out.println(
              sandbox.run(Program.of(Language.PYTHON, source), Input.NONE, limits).status());
        }
      }
    }
  }

  private static List<String> java(String classPath, Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  @Test
  void programsDieWithAJvmThatIsKilled() throws Exception {
    for (String groups : List.of("true", "false")) {
      Process jvm =
          new ProcessBuilder(java(System.getProperty("java.class.path"), Sleeper.class, groups))
              .redirectErrorStream(true)
              .start();
      try (BufferedReader output = jvm.inputReader()) {
        assertThat(output.readLine()).isEqualTo("ready");
        await(() -> sleepers() >= 2);
        jvm.destroyForcibly().waitFor();
        await(() -> sleepers() == 0);
      }
    }
    // The next start removes what the killed ones could not.
    LocalSandbox.open(1).close();
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.filter(OtherJvmTest::isAbandoned)).isEmpty();
    }
  }

  private static boolean isAbandoned(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith("openr1-sandbox-")
        && ProcessHandle.of(Long.parseLong(List.of(name.split("-", -1)).get(2))).isEmpty();
  }

  private static long sleepers() {
    return ProcessHandle.allProcesses()
        .filter(
            process -> {
              try {
                return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .equals("sleep\0" + UNUSUAL_SECONDS + "\0");
              } catch (IOException e) {
                return false;
              }
            })
        .count();
  }

  private static void await(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  @Test
  void anOrdinaryUserHasTheSameLimits(@TempDir Path folder) throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "not started by root");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv");
    copyClasses(folder);
    List<String> command =
        new ArrayList<>(
            List.of("setpriv", "--reuid", "12345", "--regid", "12345", "--clear-groups", "--"));
    command.addAll(java(folder.toString(), Limited.class));
    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = jvm.inputReader().lines().toList();
    assertThat(lines.getFirst()).contains("watcher");
    assertThat(lines.subList(1, lines.size()))
        .containsExactly("OK", "TIME", "MEMORY", "PROCESSES", "WRONG_EXIT");
  }

  /** The classes of this module where another user may read them. */
  private static void copyClasses(Path folder) throws IOException {
    for (Path up = folder; up != null && Files.isWritable(up); up = up.getParent()) {
      if (up.equals(Path.of(System.getProperty("java.io.tmpdir")))) {
        break;
      }
      Files.setPosixFilePermissions(up, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    for (Class<?> member : List.of(LocalSandbox.class, OtherJvmTest.class)) {
      Path root = Path.of(member.getProtectionDomain().getCodeSource().getLocation().getPath());
      try (Stream<Path> files = Files.walk(root.resolve("org/openr1/sandbox"))) {
        for (Path file : files.toList()) {
          Path copy = folder.resolve(root.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
          } else if (!Files.exists(copy)) {
            Files.copy(file, copy);
          }
        }
      }
    }
  }
}
