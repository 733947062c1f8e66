package org.openr1.sandbox.piston;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import tools.jackson.databind.JsonNode;

/**
 * A reply of {@code execute}, read as an outcome. Newer workers name the reason why they ended a
 * program; of older ones only the signal is known, and then the time tells.
 *
 * @param elapsed between the request and the reply, for workers that do not tell
 */
record PistonReply(JsonNode reply, SandboxLimits limits, Duration elapsed) {
  private static final int SIGNALLED = 128;
  private static final int SIGKILL = 9;
  private static final Map<String, Integer> SIGNALS =
      Map.of(
          "SIGHUP", 1, "SIGINT", 2, "SIGILL", 4, "SIGABRT", 6, "SIGFPE", 8, "SIGKILL", SIGKILL,
          "SIGSEGV", 11, "SIGPIPE", 13, "SIGTERM", 15, "SIGXCPU", 24);

  Outcome outcome() {
    JsonNode compile = reply.path("compile");
    JsonNode run = reply.path("run");
    if (compile.isObject() && !succeeded(compile)) {
      return outcome(Status.COMPILE_ERROR, compile, "does not compile");
    }
    if (!run.isObject()) {
      JsonNode message = reply.path("message");
      return Outcome.sandboxError(
          "Piston: " + (message.isString() ? message.asString() : "no run in reply " + reply));
    }
    return outcome(status(run), run, text(run, "message"));
  }

  private Outcome outcome(Status status, JsonNode stage, String detail) {
    long limit = limits.outputBytes();
    return new Outcome(
        status,
        cut(text(stage, "stdout"), limit),
        cut(text(stage, "stderr"), limit),
        exitCode(stage),
        time(stage, "wall_time", elapsed),
        time(stage, "cpu_time", Duration.ZERO),
        Math.max(0, stage.path("memory").asLong(0)),
        status == Status.OK ? "" : detail);
  }

  private static boolean succeeded(JsonNode stage) {
    JsonNode code = stage.path("code");
    return code.isNumber() && code.asDouble() == 0;
  }

  private Status status(JsonNode run) {
    switch (text(run, "status")) {
      case "TO" -> {
        return Status.TIME;
      }
      case "OL", "EL" -> {
        return Status.OUTPUT;
      }
      case "XX" -> {
        return Status.SANDBOX_ERROR;
      }
      default -> {}
    }
    if (isLong(text(run, "stdout")) || isLong(text(run, "stderr"))) {
      return Status.OUTPUT;
    }
    if (text(run, "signal").equals("SIGKILL")) {
      return killed(run);
    }
    if (succeeded(run)) {
      return Status.OK;
    }
    return ranOutOfMemory(run) ? Status.MEMORY : Status.WRONG_EXIT;
  }

  private Status killed(JsonNode run) {
    if (time(run, "wall_time", elapsed).compareTo(limits.wall()) >= 0
        || time(run, "cpu_time", Duration.ZERO).compareTo(limits.cpu()) >= 0) {
      return Status.TIME;
    }
    return ranOutOfMemory(run) || run.path("memory").asLong(0) >= limits.memoryBytes()
        ? Status.MEMORY
        : Status.WRONG_EXIT;
  }

  private static boolean ranOutOfMemory(JsonNode run) {
    String errors = text(run, "stderr");
    return errors.contains("MemoryError")
        || errors.contains("std::bad_alloc")
        || errors.contains("java.lang.OutOfMemoryError");
  }

  private static int exitCode(JsonNode stage) {
    JsonNode code = stage.path("code");
    if (code.isNumber()) {
      return code.asInt();
    }
    Integer signal = SIGNALS.get(text(stage, "signal"));
    return signal == null ? -1 : SIGNALLED + signal;
  }

  private static Duration time(JsonNode stage, String field, Duration absent) {
    JsonNode millis = stage.path(field);
    return millis.isNumber() ? Duration.ofMillis(Math.round(millis.asDouble())) : absent;
  }

  private static String text(JsonNode stage, String field) {
    JsonNode value = stage.path(field);
    return value.isString() ? value.asString() : "";
  }

  private boolean isLong(String text) {
    return text.length() > limits.outputBytes();
  }

  private static String cut(String text, long bytes) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return encoded.length <= bytes
        ? text
        : new String(encoded, 0, Math.toIntExact(bytes), StandardCharsets.UTF_8);
  }
}
