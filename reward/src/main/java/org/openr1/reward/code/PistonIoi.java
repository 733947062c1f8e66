package org.openr1.reward.code;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.openr1.sandbox.piston.PistonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** IOI tests on Piston workers with open-r1's package {@code cms_ioi}, which judges outputs. */
public record PistonIoi(PistonService piston) implements TestService<IoiSubtask> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double MORE_SECONDS = 3;
  private static final double MILLIS = 1000;

  public PistonIoi {
    Objects.requireNonNull(piston, "piston");
  }

  @Override
  public Session open(IoiSubtask subtask, String submission) {
    return new Session() {
      @Override
      public TestReply run(TestCase test) throws InterruptedException {
        JsonNode reply;
        try {
          reply = piston.execute(request(subtask, submission, test));
        } catch (PistonException e) {
          return TestReply.unavailable(String.valueOf(e.getMessage()));
        }
        return read(reply);
      }

      @Override
      public void close() {}
    };
  }

  private static ObjectNode request(IoiSubtask subtask, String submission, TestCase test) {
    ObjectNode request = JSON.createObjectNode();
    request.put("language", "cms_ioi");
    String name = "graders/" + subtask.problem().toLowerCase(Locale.ROOT) + ".cpp";
    PistonService.addFile(request, name, submission);
    PistonService.addFile(request, "input.txt", test.input());
    if (!test.output().isEmpty()) {
      PistonService.addFile(request, "correct_output.txt", test.output());
    }
    subtask.graderFiles().forEach((file, content) -> PistonService.addFile(request, file, content));
    // The package keeps the time limit itself.
    BigDecimal millis = new BigDecimal((subtask.timeLimit() + MORE_SECONDS) * MILLIS);
    request.put("run_timeout", millis.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    request.put("run_memory_limit", subtask.memoryLimit());
    return request;
  }

  private static TestReply read(JsonNode reply) {
    if (reply.has("message")) {
      return TestReply.unavailable("Piston: " + reply.path("message").asString(""));
    }
    JsonNode compile = reply.path("compile");
    if (compile.isObject() && compile.path("code").asDouble(-1) != 0) {
      return TestReply.compileError(
          "%s exit code %s\n%s"
              .formatted(
                  IoiStatus.COMPILATION_ERROR, compile.path("code"), text(compile, "stderr")));
    }
    JsonNode run = reply.path("run");
    if (!run.isObject()) {
      return TestReply.broken("Piston's reply has no 'run': " + reply);
    }
    String stderr = text(run, "stderr");
    double code = run.path("code").asDouble(0);
    if (code == 1 && stderr.contains("MemoryError")) {
      return TestReply.scored(0, IoiStatus.MEMORY);
    }
    String stdout = text(run, "stdout");
    if (!stdout.isEmpty()) {
      return score(stdout, stderr);
    }
    String signal = text(run, "signal");
    if (signal.equals("SIGKILL")) {
      return TestReply.scored(0, IoiStatus.TIME);
    }
    if (code != 0) {
      return TestReply.broken(
          "language=%s, version=%s, exit code=%s, stderr=%s, signal=%s"
              .formatted(
                  text(reply, "language"),
                  text(reply, "version"),
                  run.path("code"),
                  stderr,
                  signal));
    }
    return TestReply.scored(0, "Unknown error");
  }

  private static TestReply score(String stdout, String feedback) {
    try {
      double score = Double.parseDouble(stdout.strip());
      if (score >= 0 && score <= 1) {
        return TestReply.scored(score, feedback);
      }
    } catch (NumberFormatException e) {
      return TestReply.broken("Piston gave a score that is no number: " + stdout.strip());
    }
    return TestReply.broken("Piston gave a score that is not between 0 and 1: " + stdout.strip());
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.asString() : "";
  }
}
