package org.openr1.sandbox.router;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.RemoteProgram;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

/**
 * Runs Python programs in cloud sandboxes behind a router of open-r1. Programs in other languages,
 * and failures of the router, are {@link Status#SANDBOX_ERROR}.
 */
public final class RouterSandbox implements Sandbox {
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final RouterOptions options;
  private final RouterClient client;

  public RouterSandbox(RouterOptions options) {
    this.options = options;
    this.client = new RouterClient(options);
  }

  @Override
  public String provider() {
    return options.kind().id();
  }

  /** The router that this runs programs with. */
  public RouterClient client() {
    return client;
  }

  @Override
  public PreparedProgram prepare(Program program) {
    return new RemoteProgram(program, refusal(program).map(Outcome::sandboxError), this::execute);
  }

  @Override
  public void close() {
    client.close();
  }

  private Optional<String> refusal(Program program) {
    if (program.language() != Language.PYTHON) {
      return Optional.of(
          "the %s router runs Python only, not %s"
              .formatted(options.kind().id(), program.language().id()));
    }
    return program.libraries().isEmpty()
        ? Optional.empty()
        : Optional.of("the router has no libraries of its own for programs");
  }

  private Outcome execute(Program program, Input input, SandboxLimits limits)
      throws InterruptedException {
    RouterScript script = new RouterScript("openr1-" + UUID.randomUUID() + " ");
    Duration wanted = limits.wall().plus(MARGIN);
    Duration timeout = wanted.compareTo(options.timeout()) > 0 ? wanted : options.timeout();
    try {
      List<RouterReply> replies =
          client.executeBatch(
              List.of(script.source(program, input, limits)), List.of("python"), timeout);
      return script.outcome(replies.getFirst(), limits);
    } catch (IOException e) {
      return Outcome.sandboxError(
          "%s router at %s: %s".formatted(options.kind().id(), options.address(), e));
    }
  }
}
