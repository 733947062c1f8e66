package org.openr1.sandbox.piston;

import java.time.Duration;
import java.util.Optional;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.RemoteProgram;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs programs on Piston workers. Piston compiles anew for each run, so a compile error shows in
 * the outcome of a run. Failures of the service are {@link Status#SANDBOX_ERROR}.
 */
public final class PistonSandbox implements Sandbox {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration COMPILE_TIMEOUT = Duration.ofSeconds(10);

  private final PistonClient client;

  /**
   * @param client closed with this
   */
  public PistonSandbox(PistonClient client) {
    this.client = client;
  }

  @Override
  public String provider() {
    return "piston";
  }

  @Override
  public PreparedProgram prepare(Program program) {
    Optional<Outcome> failure =
        program.libraries().isEmpty()
            ? Optional.empty()
            : Optional.of(Outcome.sandboxError("Piston has no libraries of its own for programs"));
    return new RemoteProgram(program, failure, this::execute);
  }

  @Override
  public void close() {
    client.close();
  }

  private Outcome execute(Program program, Input input, SandboxLimits limits)
      throws InterruptedException {
    long start = System.nanoTime();
    JsonNode reply;
    try {
      reply = client.execute(request(program, input, limits));
    } catch (PistonException e) {
      return Outcome.sandboxError(String.valueOf(e.getMessage()));
    }
    return new PistonReply(reply, limits, Duration.ofNanos(System.nanoTime() - start)).outcome();
  }

  private static ObjectNode request(Program program, Input input, SandboxLimits limits) {
    ObjectNode request = JSON.createObjectNode();
    request.put("language", pistonName(program.language()));
    request.put("version", "*");
    ArrayNode files = request.putArray("files");
    addFile(files, program.language().sourceFile(), program.source());
    program.files().forEach((name, content) -> addFile(files, name, content));
    input.files().forEach((name, content) -> addFile(files, name, content));
    request.put("stdin", input.stdin());
    ArrayNode arguments = request.putArray("args");
    input.arguments().forEach(arguments::add);
    request.put("run_timeout", limits.wall().toMillis());
    request.put("compile_timeout", COMPILE_TIMEOUT.toMillis());
    request.put("run_memory_limit", limits.memoryBytes());
    return request;
  }

  private static void addFile(ArrayNode files, String name, String content) {
    files.addObject().put("name", name).put("content", content);
  }

  /** Names of the packages in Piston's index. */
  private static String pistonName(Language language) {
    return switch (language) {
      case PYTHON -> "python";
      case JAVA -> "java";
      case JAVASCRIPT -> "javascript";
      case C -> "c";
      case CPP -> "c++";
      case GO -> "go";
      case RUST -> "rust";
      case BASH -> "bash";
    };
  }
}
