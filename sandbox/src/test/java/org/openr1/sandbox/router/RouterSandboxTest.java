package org.openr1.sandbox.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import org.openr1.sandbox.local.LocalSandbox;
import org.openr1.sandbox.piston.StubServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Routers that answer, and that fail in every way. */
@Timeout(60)
class RouterSandboxTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern MARKER = Pattern.compile("openr1-[0-9a-f-]{36} ");
  private static final Program PROGRAM = Program.of(Language.PYTHON, "print('π 😀')");
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String SECRET = "expected-output";

  private static RouterOptions options(RouterKind kind, String address) {
    return new RouterOptions(
        kind, URI.create(address), kind.timeout(), kind.requestTimeout(), PATIENCE, 1);
  }

  private static RouterOptions options(RouterKind kind, StubServer server) {
    return options(kind, server.address(""));
  }

  /** What the script would have printed, as each router wraps it. */
  private static StubServer.Answer printed(RouterKind kind, String result) {
    return (exchange, body) -> {
      Matcher marker = MARKER.matcher(JSON.readTree(body).path("scripts").path(0).asString());
      String line = marker.find() ? "noise\n" + marker.group() + result + "\n" : "no marker";
      StubServer.text(200, wrapped(kind, line)).give(exchange, body);
    };
  }

  private static String wrapped(RouterKind kind, String stdout) {
    ObjectNode reply = JSON.createObjectNode();
    if (kind == RouterKind.E2B) {
      ObjectNode execution = reply.putObject("execution");
      execution.putArray("results");
      execution.putObject("logs").putArray("stdout").add(stdout);
      execution.putNull("error");
      reply.putNull("exception_str");
    } else {
      reply.put("text", stdout).putNull("exception_str");
    }
    return "[" + reply + "]";
  }

  private static Outcome run(RouterSandbox sandbox) throws InterruptedException {
    return sandbox.run(PROGRAM, Input.of("1 2"), SandboxLimits.DEFAULT);
  }

  @ParameterizedTest
  @EnumSource(RouterKind.class)
  void runsPython(RouterKind kind) throws Exception {
    try (StubServer server = StubServer.open(0, "[]");
        RouterSandbox sandbox = new RouterSandbox(options(kind, server))) {
      server.then(
          printed(kind, "{\"exit\": 0, \"stdout\": \"3\\n\", \"stderr\": \"\", \"wall\": 0.5}"),
          printed(kind, "{\"exit\": 1, \"stdout\": \"\", \"stderr\": \"ValueError\"}"),
          printed(kind, "{\"exit\": -9, \"timed_out\": true}"),
          printed(kind, "{\"exit\": 0, \"too_long\": true}"),
          printed(kind, "{\"exit\": 1, \"stderr\": \"MemoryError\"}"));
      Outcome good = run(sandbox);
      assertThat(good.status()).isEqualTo(Status.OK);
      assertThat(good.stdout()).isEqualTo("3\n");
      assertThat(good.wall()).isEqualTo(Duration.ofMillis(500));
      assertThat(run(sandbox).status()).isEqualTo(Status.WRONG_EXIT);
      assertThat(run(sandbox).status()).isEqualTo(Status.TIME);
      assertThat(run(sandbox).status()).isEqualTo(Status.OUTPUT);
      assertThat(run(sandbox).status()).isEqualTo(Status.MEMORY);
      JsonNode body = JSON.readTree(server.bodies().getFirst());
      assertThat(server.requests()).containsOnly("POST /execute_batch");
      assertThat(body.path("languages").path(0).asString()).isEqualTo("python");
      assertThat(body.path("timeout").asInt()).isEqualTo(kind == RouterKind.E2B ? 30 : 90);
      assertThat(body.path("request_timeout").asInt()).isEqualTo(kind == RouterKind.E2B ? 28 : 96);
      assertThat(body.path("scripts").path(0).asString()).doesNotContain(SECRET, "π");
    }
  }

  @ParameterizedTest
  @EnumSource(RouterKind.class)
  void tellsFailuresAsOutcomes(RouterKind kind) throws Exception {
    try (StubServer server = StubServer.open(0, "[]");
        RouterSandbox sandbox = new RouterSandbox(options(kind, server))) {
      server.then(
          StubServer.text(500, "oops"),
          StubServer.text(200, ""),
          StubServer.text(200, "[{\"execution\": {\"resu"),
          StubServer.text(200, "[]"),
          StubServer.text(200, "{\"detail\": \"no\"}"),
          StubServer.text(200, "[null]"),
          StubServer.text(200, "[{\"execution\": null, \"exception_str\": \"no sandbox\"}]"),
          StubServer.text(200, "[{\"text\": null, \"exception_str\": \"no sandbox\"}]"),
          StubServer.text(200, wrapped(kind, "no result line")),
          printed(kind, "{broken"),
          StubServer.cutOff(),
          server.never(),
          server.neverEnding());
      for (int i = 0; i < 13; i++) {
        Outcome outcome = run(sandbox);
        assertThat(outcome.status()).as("answer %d", i).isEqualTo(Status.SANDBOX_ERROR);
        assertThat(outcome.detail()).as("answer %d", i).contains("router");
        if (i == 0) {
          assertThat(outcome.detail()).contains("status 500", "oops");
        } else if (i == 6) {
          assertThat(outcome.detail()).contains("no sandbox");
        }
      }
      // No place was lost.
      server.then(printed(kind, "{\"exit\": 0, \"stdout\": \"3\"}"));
      assertThat(run(sandbox).status()).isEqualTo(Status.OK);
    }
  }

  @Test
  void tellsRefusedAndResetConnection() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      try (RouterSandbox sandbox =
          new RouterSandbox(options(RouterKind.E2B, "http://127.0.0.1:" + port))) {
        Thread closer = Thread.ofVirtual().start(() -> resetAll(socket));
        assertThat(run(sandbox).status()).isEqualTo(Status.SANDBOX_ERROR);
        closer.interrupt();
      }
    }
    try (RouterSandbox sandbox =
        new RouterSandbox(options(RouterKind.MORPH, "http://127.0.0.1:" + port))) {
      Outcome outcome = run(sandbox);
      assertThat(outcome.status()).isEqualTo(Status.SANDBOX_ERROR);
      assertThat(outcome.detail()).contains("morph router", ":" + port);
    }
  }

  private static void resetAll(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        connection.setSoLinger(true, 0);
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void refusesOtherLanguages() throws Exception {
    try (RouterSandbox sandbox = new RouterSandbox(options(RouterKind.E2B, "http://127.0.0.1:1"))) {
      Outcome outcome =
          sandbox.run(Program.of(Language.CPP, "x"), Input.NONE, SandboxLimits.DEFAULT);
      assertThat(outcome.status()).isEqualTo(Status.SANDBOX_ERROR);
      assertThat(outcome.detail()).contains("Python only", "cpp");
    }
  }

  /** open-r1's slow test of the router: the first script is well, the second is not Python. */
  @Test
  void executesBatch() throws Exception {
    String replies =
        """
        [{"execution": {"results": [{"text": "1.0"}], "logs": {"stdout": ["a", "b"], "stderr": []},
          "error": null, "execution_count": 1}, "exception_str": null},
         {"execution": {"results": [], "logs": {"stdout": [], "stderr": []},
          "error": {"name": "SyntaxError", "value": "bad", "traceback": ""},
          "execution_count": 1}, "exception_str": null},
         {"execution": null, "exception_str": "timeout"}]
        """;
    try (StubServer server = StubServer.open(0, replies);
        RouterClient client = new RouterClient(options(RouterKind.E2B, server))) {
      client.checkHealth();
      List<RouterReply> got =
          client.executeBatch(
              List.of("print('hello')", "print('hello", "while 1: 0"),
              List.of("python", "python", "python"));
      assertThat(got.get(0).text()).isEqualTo("1.0");
      assertThat(got.get(0).stdout()).isEqualTo("ab");
      assertThat(got.get(0).error()).isEmpty();
      assertThat(got.get(1).error()).hasValue("SyntaxError: bad");
      assertThat(got.get(2).error()).hasValue("timeout");
      assertThat(server.requests()).containsExactly("GET /health", "POST /execute_batch");
      assertThatThrownBy(() -> client.executeBatch(List.of("x"), List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void readsAddresses() {
    assertThat(RouterOptions.of(RouterKind.E2B, "host", 2).address())
        .isEqualTo(URI.create("http://host:8000"));
    assertThat(RouterOptions.of(RouterKind.MORPH, "0.0.0.0", 2).address())
        .isEqualTo(URI.create("http://0.0.0.0:8001"));
    assertThat(RouterOptions.of(RouterKind.MORPH, "https://host:9/", 2).address())
        .isEqualTo(URI.create("https://host:9"));
    assertThatThrownBy(() -> RouterOptions.of(RouterKind.E2B, "a b", 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("e2b_router_url 'a b'");
  }

  @Test
  void writesScriptInAscii() {
    RouterScript script = new RouterScript("marker ");
    String source =
        script.source(
            new Program(PROGRAM.language(), PROGRAM.source(), Map.of("h.txt", "ü"), List.of()),
            Input.of("\"'\\\n"),
            SandboxLimits.DEFAULT);
    assertThat(source.chars().allMatch(c -> c < 127)).isTrue();
    assertThat(source).contains("json.loads(\"{").doesNotContain("@JOB@");
  }

  /** The script itself, run in this machine's sandbox in place of the cloud's. */
  @Test
  void scriptRunsPrograms() throws Exception {
    try (Sandbox local = localSandbox()) {
      SandboxLimits limits = SandboxLimits.DEFAULT.withTime(Duration.ofSeconds(2));
      Program echo = Program.of(Language.PYTHON, "import sys\nprint(input()[::-1], sys.argv[1])");
      Input input = new Input("😀π\n", List.of("a\"b"), Map.of());
      Outcome good = viaScript(local, echo, input, limits);
      assertThat(good.status()).as(good.toString()).isEqualTo(Status.OK);
      assertThat(good.stdout()).isEqualTo("π😀 a\"b\n");
      Outcome wrong = viaScript(local, python("import sys; sys.exit(3)"), Input.NONE, limits);
      assertThat(wrong.status()).isEqualTo(Status.WRONG_EXIT);
      assertThat(wrong.exitCode()).isEqualTo(3);
      Outcome slow = viaScript(local, python("import time; time.sleep(9)"), Input.NONE, limits);
      assertThat(slow.status()).isEqualTo(Status.TIME);
      Outcome big = viaScript(local, python("x = bytearray(10**9)"), Input.NONE, limits);
      assertThat(big.status()).isEqualTo(Status.MEMORY);
      Outcome wordy = viaScript(local, python("print('x' * 5000000)"), Input.NONE, limits);
      assertThat(wordy.status()).isEqualTo(Status.OUTPUT);
    }
  }

  private static Program python(String source) {
    return Program.of(Language.PYTHON, source);
  }

  private static Outcome viaScript(
      Sandbox local, Program program, Input input, SandboxLimits limits)
      throws InterruptedException {
    RouterScript script = new RouterScript("marker ");
    SandboxLimits outer =
        new SandboxLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            2L << 30,
            64,
            64L << 20,
            256,
            32L << 20,
            64L << 20);
    Outcome run = local.run(python(script.source(program, input, limits)), Input.NONE, outer);
    assertThat(run.status()).as(run.toString()).isEqualTo(Status.OK);
    return script.outcome(new RouterReply("", run.stdout(), Optional.empty()), limits);
  }

  private static Sandbox localSandbox() {
    try {
      return LocalSandbox.open(1);
    } catch (RuntimeException e) {
      return abort(e.toString());
    }
  }
}
