package org.openr1.reward.code;

import java.util.Objects;
import org.openr1.sandbox.piston.PistonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Codeforces tests on Piston workers with open-r1's packages {@code cf_python3} and {@code c++17},
 * which compare the outputs themselves. A request without reply counts as a failed test, as in
 * open-r1.
 */
public record PistonCodeforces(PistonService piston) implements TestService<CodeforcesProblem> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double MORE_SECONDS = 10;
  private static final double MILLIS = 1000;

  public PistonCodeforces {
    Objects.requireNonNull(piston, "piston");
  }

  @Override
  public Session open(CodeforcesProblem problem, String submission) {
    return new Session() {
      @Override
      public TestReply run(TestCase test) throws InterruptedException {
        JsonNode reply;
        try {
          reply = piston.execute(request(problem, submission, test));
        } catch (PistonException e) {
          return TestReply.scored(0, "no reply: " + e.getMessage());
        }
        return read(reply);
      }

      @Override
      public void close() {}
    };
  }

  private static ObjectNode request(CodeforcesProblem problem, String submission, TestCase test) {
    ObjectNode request = JSON.createObjectNode();
    boolean python = problem.language().equals(CodeforcesProblem.PYTHON);
    request.put("language", python ? "cf_python3" : "c++17");
    PistonService.addFile(request, "main." + problem.language(), submission);
    if (!problem.checker().isEmpty()) {
      PistonService.addFile(request, "checker.py", problem.checker());
    }
    PistonService.addFile(request, "input.txt", test.input());
    PistonService.addFile(request, "correct_output.txt", test.output());
    PistonService.addFile(
        request,
        "grader_config",
        "TIME_LIMIT=%s\nMEMORY_LIMIT=%s\nINPUT_MODE=%s"
            .formatted(problem.timeLimit(), problem.memoryLimit(), problem.inputMode()));
    // The package keeps the time limit itself.
    request.put("run_timeout", (problem.timeLimit().doubleValue() + MORE_SECONDS) * MILLIS);
    return request;
  }

  private static TestReply read(JsonNode reply) {
    JsonNode compile = reply.path("compile");
    JsonNode run = reply.path("run");
    if (!compile.isObject()) {
      return TestReply.broken("Piston's reply has no 'compile': " + reply);
    }
    if (compile.path("code").asDouble(-1) != 0) {
      return TestReply.compileError(compile.path("stderr").asString(""));
    }
    if (!run.isObject()) {
      return TestReply.broken("Piston's reply has no 'run': " + reply);
    }
    boolean passed =
        run.path("code").asDouble(-1) == 0 && run.path("stdout").asString("").strip().equals("1");
    return TestReply.scored(passed ? 1 : 0, run.path("stderr").asString(""));
  }
}
