package org.openr1.reward.code;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.local.LocalSandbox;

/**
 * The sandbox of this machine as rewards use it: one for all functions of a process, opened with
 * the first program, closed with the process.
 */
final class LocalProvider implements Sandbox {
  private static final Map<Integer, LocalSandbox> OPEN = new ConcurrentHashMap<>();

  /** Asked once: the answer takes a process or two. */
  private static final class Machine {
    static final Optional<String> UNAVAILABLE = LocalSandbox.unavailable();
  }

  private final int parallelism;

  private LocalProvider(int parallelism) {
    this.parallelism = parallelism;
  }

  /**
   * A sandbox with so many places.
   *
   * @throws IllegalArgumentException where programs cannot be run safely, with the reason
   */
  static Sandbox of(int parallelism) {
    Machine.UNAVAILABLE.ifPresent(
        reason -> {
          throw new IllegalArgumentException("code_provider 'local' cannot be used: " + reason);
        });
    return new LocalProvider(parallelism);
  }

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public PreparedProgram prepare(Program program) throws InterruptedException {
    return OPEN.computeIfAbsent(parallelism, LocalSandbox::open).prepare(program);
  }

  @Override
  public void close() {
    // Others use it too; it ends with the process.
  }
}
