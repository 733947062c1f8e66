package org.openr1.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

/**
 * Programs that try to get out of the sandbox or to harm its host; see {@link Attack}.
 *
 * <p>{@code -Dopenr1.attacks=memory/} runs those only whose name contains the pattern, {@code
 * -Dopenr1.watcher=true} runs them without control groups, {@code -Dopenr1.attacks.slow=true} runs
 * the slow ones too.
 */
class AttackSuiteTest {
  private static final int PLACES = 2;
  private static final String ONLY = System.getProperty("openr1.attacks", "");
  private static final boolean SLOW = Boolean.getBoolean("openr1.attacks.slow");
  private static final boolean GROUPS = !Boolean.getBoolean("openr1.watcher");
  private static final Set<String> NEIGHBOURS =
      Set.of("processes/fork-bomb.py", "memory/heap.c", "disk/inodes.c", "time/cpu-threads.c");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TestFactory
  Stream<DynamicTest> theSandboxHolds() throws IOException {
    Optional<String> reason = LocalSandbox.unavailable();
    assumeTrue(reason.isEmpty(), reason.orElse(""));
    AttackTraces before = AttackTraces.now();
    AttackBaits baits = new AttackBaits();
    LocalSandbox sandbox = LocalSandbox.open(PLACES, GROUPS);
    ExecutorService runners = Executors.newFixedThreadPool(PLACES);
    List<DynamicTest> attacks =
        Attack.all().stream()
            .filter(attack -> attack.name().matches(".*(?:" + ONLY + ").*"))
            .map(attack -> attackTest(sandbox, attack, baits, runners))
            .toList();
    Stream<DynamicTest> ends =
        Stream.of(
            dynamicTest("the sandbox still works", () -> stillWorks(sandbox)),
            dynamicTest("nobody reached the host", () -> isUnharmed(baits)),
            dynamicTest("no process is left", () -> isWithoutProcesses(before)),
            dynamicTest("no trace is left", () -> closesWithoutTrace(sandbox, before)));
    return Stream.concat(attacks.stream(), ends)
        .onClose(
            () -> {
              runners.shutdownNow();
              sandbox.close();
            });
  }

  @Test
  void aNeighbourIsNotDisturbed() throws Exception {
    Optional<String> reason = LocalSandbox.unavailable();
    assumeTrue(reason.isEmpty(), reason.orElse(""));
    try (LocalSandbox sandbox = LocalSandbox.open(PLACES, GROUPS);
        AttackBaits baits = new AttackBaits();
        ExecutorService runner = Executors.newSingleThreadExecutor()) {
      for (Attack attack : Attack.all()) {
        if (NEIGHBOURS.contains(attack.name()) && obstacle(sandbox, attack).isEmpty()) {
          Future<List<String>> faults =
              runner.submit(() -> AttackRunner.faults(sandbox, attack, baits));
          do {
            works(sandbox);
          } while (!faults.isDone());
          assertThat(faults.get()).isEmpty();
        }
      }
    }
  }

  @Test
  void itIsNobodyOutside() throws Exception {
    Optional<String> reason = LocalSandbox.unavailable();
    assumeTrue(reason.isEmpty(), reason.orElse(""));
    assumeTrue(LocalSandbox.examine().user().startsWith("nobody"), "runs as this user");
    try (LocalSandbox sandbox = LocalSandbox.open(1, GROUPS);
        ExecutorService runner = Executors.newSingleThreadExecutor()) {
      Program sleeper = Program.of(Language.BASH, "exec sleep 2.718281");
      Future<Outcome> run =
          runner.submit(() -> sandbox.run(sleeper, Input.NONE, SandboxLimits.DEFAULT));
      Set<String> users = new TreeSet<>();
      while (!run.isDone()) {
        users.addAll(AttackTraces.users("sleep 2.718281 "));
        Thread.sleep(20);
      }
      assertThat(run.get().status()).isEqualTo(Status.OK);
      assertThat(users).containsExactly("Gid:65534", "Groups:", "Uid:65534");
    }
  }

  /** Starts an attack at once on a thread of the runners; the test waits for what came of it. */
  private static DynamicTest attackTest(
      LocalSandbox sandbox, Attack attack, AttackBaits baits, ExecutorService runners) {
    Optional<String> obstacle = obstacle(sandbox, attack);
    Callable<List<String>> run = () -> AttackRunner.faults(sandbox, attack, baits);
    Optional<Future<List<String>>> faults =
        obstacle.isEmpty() ? Optional.of(runners.submit(run)) : Optional.empty();
    return dynamicTest(
        attack.toString(),
        () -> {
          assumeTrue(obstacle.isEmpty(), obstacle.orElse(""));
          assertThat(faults.orElseThrow().get()).as(attack.toString()).isEmpty();
        });
  }

  /** Why an attack cannot be made here. */
  private static Optional<String> obstacle(LocalSandbox sandbox, Attack attack) {
    if (!sandbox.languages().contains(attack.language())) {
      return Optional.of("no tool for " + attack.language().id());
    }
    if (attack.isSlow() && !SLOW) {
      return Optional.of("slow");
    }
    if (attack.needsGroups() && AttackRunner.isWatched(sandbox)) {
      return Optional.of("the watcher does not hold it");
    }
    return Optional.empty();
  }

  private static void stillWorks(LocalSandbox sandbox) throws InterruptedException {
    for (int i = 0; i < PLACES; i++) {
      works(sandbox);
    }
  }

  private static void works(LocalSandbox sandbox) throws InterruptedException {
    Outcome outcome =
        sandbox.run(
            Program.of(Language.BASH, "read -r line; echo \"got $line\""),
            Input.of("it\n"),
            SandboxLimits.DEFAULT);
    assertThat(outcome.status()).as(outcome.detail()).isEqualTo(Status.OK);
    assertThat(outcome.stdout()).isEqualTo("got it\n");
  }

  private static void isUnharmed(AttackBaits baits) throws IOException {
    try (baits) {
      assertThat(baits.harm()).isEmpty();
    }
  }

  private static void isWithoutProcesses(AttackTraces before)
      throws IOException, InterruptedException {
    assertThat(left(before, "process ")).isEmpty();
  }

  private static void closesWithoutTrace(LocalSandbox sandbox, AttackTraces before)
      throws IOException, InterruptedException {
    sandbox.close();
    assertThat(left(before, "")).isEmpty();
  }

  /** What is left of a kind, after the patience that the kernel's clean-up needs. */
  private static List<String> left(AttackTraces before, String kind)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<String> left =
          AttackTraces.now().since(before).stream().filter(item -> item.startsWith(kind)).toList();
      if (left.isEmpty() || System.nanoTime() > deadline) {
        return left;
      }
      Thread.sleep(50);
    }
  }
}
