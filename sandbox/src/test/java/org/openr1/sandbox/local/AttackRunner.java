package org.openr1.sandbox.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openr1.sandbox.Dialogue;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

/** Runs attacks in a sandbox and judges what came of them. */
final class AttackRunner {
  private static final String ESCAPED = "ESCAPED";
  private static final String BLOCKED = "BLOCKED";

  /** How much later than its limit a run may end on a busy machine. */
  private static final Duration GRACE = Duration.ofSeconds(4);

  private static final long SPARE_BYTES = 32 << 20;
  private static final int SHOWN = 1500;

  private AttackRunner() {}

  /** Runs an attack; what went wrong, empty when the sandbox held. */
  static List<String> faults(Sandbox sandbox, Attack attack, AttackBaits baits)
      throws InterruptedException {
    List<String> faults = new ArrayList<>();
    try (PreparedProgram program =
        sandbox.prepare(attack.program(baits.places(), isWatched(sandbox)))) {
      for (int run = 0; run < attack.runs(); run++) {
        long start = System.nanoTime();
        Outcome outcome = run(program, attack);
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        List<String> found = judge(attack, baits, outcome, wall);
        if (!found.isEmpty()) {
          faults.addAll(found);
          faults.add(describe(outcome));
          break;
        }
      }
    }
    return faults;
  }

  /** Whether the sandbox works without control groups. */
  static boolean isWatched(Sandbox sandbox) {
    return sandbox instanceof LocalSandbox local && local.containment().startsWith("watcher");
  }

  private static Outcome run(PreparedProgram program, Attack attack) throws InterruptedException {
    return attack.dialogue().isPresent()
        ? program.converse(dialogue(attack.dialogue().get()), attack.limits())
        : program.run(attack.input(), attack.limits());
  }

  private static Dialogue dialogue(String kind) {
    return switch (kind) {
      case "listen" -> AttackRunner::listen;
      case "talk" -> AttackRunner::talk;
      default -> throw new IllegalArgumentException("no dialogue " + kind);
    };
  }

  private static void listen(Dialogue.Channel channel) throws IOException {
    while (channel.receive().isPresent()) {
      channel.send("go on\n");
    }
  }

  private static void talk(Dialogue.Channel channel) throws IOException {
    while (true) {
      channel.send("x".repeat(1 << 16) + "\n");
    }
  }

  private static List<String> judge(
      Attack attack, AttackBaits baits, Outcome outcome, Duration wall) {
    List<String> faults = new ArrayList<>();
    SandboxLimits limits = attack.limits();
    if (outcome.stdout().contains(ESCAPED)) {
      faults.add("it escaped");
    }
    if ((outcome.stdout() + outcome.stderr() + outcome.detail()).contains(baits.secret())) {
      faults.add("it told the host's secret");
    }
    boolean expected =
        attack.expected().stream()
            .anyMatch(
                name ->
                    name.equals("blocked")
                        ? outcome.isOk() && outcome.stdout().contains(BLOCKED)
                        : name.equals(outcome.status().id()));
    if (!expected) {
      faults.add("expected " + attack.expected() + " but was " + outcome.status().id());
    }
    if (attack.stdout().isPresent() && !outcome.stdout().contains(attack.stdout().get())) {
      faults.add("its output does not contain '" + attack.stdout().get() + "'");
    }
    if (outcome.status() == Status.COMPILE_ERROR) {
      return faults;
    }
    Duration most = attack.within().orElse(limits.wall().plus(GRACE));
    if (wall.compareTo(most) > 0 && !isQueued(outcome, wall)) {
      faults.add("it took %s, more than %s".formatted(wall, most));
    }
    if (outcome.stdout().length() > limits.outputBytes()
        || outcome.stderr().length() > limits.outputBytes()) {
      faults.add("more output than allowed");
    }
    if (outcome.peakMemoryBytes() > 2 * limits.memoryBytes() + SPARE_BYTES) {
      faults.add("it used " + outcome.peakMemoryBytes() + " bytes");
    }
    return faults;
  }

  /** Whether most of the time passed before it started, as all places were taken. */
  private static boolean isQueued(Outcome outcome, Duration wall) {
    return wall.toNanos() > 3 * outcome.wall().toNanos()
        && wall.toNanos() > TimeUnit.SECONDS.toNanos(1);
  }

  private static String describe(Outcome outcome) {
    return "status %s (%s), exit %d, wall %d ms, CPU %d ms, memory %d KiB%n--- stdout%n%s%n--- stderr%n%s"
        .formatted(
            outcome.status().id(),
            outcome.detail(),
            outcome.exitCode(),
            outcome.wall().toMillis(),
            outcome.cpu().toMillis(),
            outcome.peakMemoryBytes() >> 10,
            shown(outcome.stdout()),
            shown(outcome.stderr()));
  }

  /** The lines that tell of an escape, else the beginning. */
  private static String shown(String text) {
    String escapes =
        String.join("\n", text.lines().filter(line -> line.contains(ESCAPED)).limit(30).toList());
    String relevant = escapes.isEmpty() ? text : escapes;
    return relevant
        .substring(0, Math.min(SHOWN, relevant.length()))
        .replaceAll("[^\\p{Graph}\\s]", "?");
  }
}
