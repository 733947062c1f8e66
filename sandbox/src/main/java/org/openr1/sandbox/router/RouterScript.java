package org.openr1.sandbox.router;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Python script that runs a program in a cloud sandbox, with limits, and prints one line of
 * JSON that tells how it ended. It knows nothing of expected outputs.
 *
 * @param marker a text that the program cannot know, in front of the line
 */
record RouterScript(String marker) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TEMPLATE = template();
  private static final double NANOS = 1e9;

  /** The text of the script. */
  String source(Program program, Input input, SandboxLimits limits) {
    ObjectNode job = JSON.createObjectNode();
    job.put("marker", marker);
    ObjectNode files = job.putObject("files");
    program.files().forEach(files::put);
    input.files().forEach(files::put);
    files.put(program.language().sourceFile(), program.source());
    job.put("main", program.language().sourceFile());
    ArrayNode arguments = job.putArray("arguments");
    input.arguments().forEach(arguments::add);
    job.put("stdin", input.stdin());
    job.put("wall", limits.wall().toNanos() / NANOS);
    job.put("cpu", Math.max(1, limits.cpu().plusNanos(999_999_999).toSeconds()));
    job.put("memory", limits.memoryBytes());
    job.put("file", limits.fileBytes());
    job.put("output", limits.outputBytes());
    // A JSON string of ASCII characters is a Python literal too.
    return TEMPLATE.replace("@JOB@", JSON.writeValueAsString(ascii(job.toString())));
  }

  /** What the script printed, read as an outcome. */
  Outcome outcome(RouterReply reply, SandboxLimits limits) {
    Optional<JsonNode> line = line(reply.stdout()).or(() -> line(reply.text()));
    if (line.isEmpty()) {
      return Outcome.sandboxError(
          "router: " + reply.error().orElse("the script printed no result"));
    }
    JsonNode result = line.get();
    String stdout = result.path("stdout").asString("");
    String stderr = result.path("stderr").asString("");
    int exit = result.path("exit").asInt(-1);
    Status status = status(result, exit, stderr);
    return new Outcome(
        status,
        stdout,
        stderr,
        exit < 0 ? 128 - exit : exit,
        Duration.ofNanos(Math.round(result.path("wall").asDouble(0) * NANOS)),
        Duration.ZERO,
        0,
        status == Status.OK ? "" : detail(status, exit, limits));
  }

  private static Status status(JsonNode result, int exit, String stderr) {
    if (result.path("timed_out").asBoolean(false) || exit == -24) { // SIGXCPU
      return Status.TIME;
    }
    if (result.path("too_long").asBoolean(false)) {
      return Status.OUTPUT;
    }
    if (exit == 0) {
      return Status.OK;
    }
    return stderr.contains("MemoryError") ? Status.MEMORY : Status.WRONG_EXIT;
  }

  private static String detail(Status status, int exit, SandboxLimits limits) {
    return switch (status) {
      case TIME -> "took longer than " + limits.wall();
      case OUTPUT -> "printed more than " + limits.outputBytes() + " bytes";
      case MEMORY -> "used more than " + limits.memoryBytes() + " bytes";
      default -> "exit code " + exit;
    };
  }

  private Optional<JsonNode> line(String text) {
    int start = text.lastIndexOf(marker);
    if (start < 0) {
      return Optional.empty();
    }
    int end = text.indexOf('\n', start);
    String line = text.substring(start + marker.length(), end < 0 ? text.length() : end);
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String ascii(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 127) {
        out.append(c);
      } else {
        out.append("\\u%04x".formatted((int) c));
      }
    }
    return out.toString();
  }

  private static String template() {
    try (InputStream in = RouterScript.class.getResourceAsStream("run_program.py")) {
      if (in == null) {
        throw new IllegalStateException("run_program.py is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
