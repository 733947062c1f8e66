package org.openr1.sandbox.piston;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of Piston workers that fail in every way. */
@Timeout(60)
class PistonClientTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String GOOD =
      "{\"run\": {\"code\": 0, \"signal\": null, \"stdout\": \"4\\n\", \"stderr\": \"\"}}";
  private static final String BUSY =
      "{\"run\": {\"code\": 1, \"stderr\": \"fork: Resource temporarily unavailable\"}}";
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final String PATH = "/api/v2";

  private final FakeTiming timing = new FakeTiming();

  /** Sleeps not at all but remembers. */
  private static final class FakeTiming implements Timing {
    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong();

    @Override
    public void sleep(Duration time) {
      slept.add(time);
      now.addAndGet(time.toNanos());
    }

    @Override
    public long nanoTime() {
      return now.get();
    }
  }

  private PistonClient client(int requests, String... addresses) {
    List<URI> endpoints = new ArrayList<>();
    for (String address : addresses) {
      endpoints.add(URI.create(address));
    }
    return new PistonClient(new PistonOptions(endpoints, requests, SHORT, PROBE), timing);
  }

  private static JsonNode request() {
    return JSON.createObjectNode().put("language", "python");
  }

  /** The failure is retried once, the second try succeeds, and the place is free again. */
  private void assertRetried(StubServer server) throws Exception {
    try (PistonClient client = client(1, server.address(PATH))) {
      assertThat(client.execute(request()).path("run").path("stdout").asString()).isEqualTo("4\n");
      assertThat(client.freePlaces()).isEqualTo(1);
      assertThat(client.execute(request()).path("run").path("code").asInt(-1)).isZero();
    }
    assertThat(server.requests()).containsOnly("POST /api/v2/execute").hasSize(3);
    assertThat(timing.slept).hasSize(2);
    assertThat(timing.slept.get(0)).isBetween(Duration.ofMillis(900), Duration.ofMillis(1100));
    assertThat(timing.slept.get(1)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void retriesServerError() throws Exception {
    try (StubServer server = StubServer.open(0, GOOD).then(StubServer.text(500, "{}"))) {
      assertRetried(server);
      JsonNode body = JSON.readTree(server.bodies().getFirst());
      assertThat(body.path("version").asString()).isEqualTo("*");
    }
  }

  @Test
  void retriesEmptyAndNullReply() throws Exception {
    try (StubServer server = StubServer.open(0, GOOD).then(StubServer.text(200, ""))) {
      assertRetried(server);
    }
    timing.slept.clear();
    try (StubServer server = StubServer.open(0, GOOD).then(StubServer.text(200, "null"))) {
      assertRetried(server);
    }
  }

  @Test
  void retriesTruncatedReply() throws Exception {
    try (StubServer server =
        StubServer.open(0, GOOD).then(StubServer.text(200, "{\"run\": {\"code\": 0, \"st"))) {
      assertRetried(server);
    }
    timing.slept.clear();
    try (StubServer server = StubServer.open(0, GOOD).then(StubServer.cutOff())) {
      assertRetried(server);
    }
  }

  @Test
  void retriesOverload() throws Exception {
    try (StubServer server = StubServer.open(0, GOOD).then(StubServer.text(200, BUSY))) {
      assertRetried(server);
    }
  }

  @Test
  void retriesHangingServer() throws Exception {
    try (StubServer server = StubServer.open(0, GOOD)) {
      server.then(server.never());
      assertRetried(server);
    }
    timing.slept.clear();
    try (StubServer server = StubServer.open(0, GOOD)) {
      server.then(server.neverEnding());
      assertRetried(server);
    }
  }

  @Test
  void givesUpAfterSixTries() throws Exception {
    try (StubServer server = StubServer.open(0, GOOD);
        PistonClient client = client(2, server.address(PATH))) {
      for (int i = 0; i < 6; i++) {
        server.then(StubServer.text(503, "{\"message\": \"no room\"}"));
      }
      assertThatThrownBy(() -> client.execute(request()))
          .isInstanceOf(PistonException.class)
          .hasMessageContainingAll("6 times", "status 503", "no room");
      List<Long> delays =
          timing.slept.stream().map(Duration::toMillis).filter(millis -> millis != 1000).toList();
      assertThat(delays).hasSize(6); // five delays and the wait before the check
      List<Integer> wanted = List.of(1000, 2000, 4000, 8000, 10_000, 5000);
      for (int i = 0; i < wanted.size(); i++) {
        double base = wanted.get(i);
        assertThat(delays.get(i) / base).isBetween(0.9, 1.1);
      }
      assertThat(client.freePlaces()).isEqualTo(2);
      assertThat(client.execute(request()).path("run").path("code").asInt(-1)).isZero();
    }
  }

  @Test
  void retriesResetConnection() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        PistonClient client = client(1, "http://127.0.0.1:" + socket.getLocalPort())) {
      Thread closer = Thread.ofVirtual().start(() -> resetAll(socket));
      assertThatThrownBy(() -> client.execute(request()))
          .isInstanceOf(PistonException.class)
          .hasMessageContaining(":" + socket.getLocalPort());
      // It does not answer the check after a failure either.
      assertThat(client.freePlaces()).isZero();
      closer.interrupt();
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
  void dropsDeadEndpointAndUsesTheOther() throws Exception {
    int dead = freePort();
    try (StubServer server = StubServer.open(0, GOOD);
        PistonClient client = client(1, "http://127.0.0.1:" + dead, server.address(PATH))) {
      assertThat(client.execute(request()).path("run").path("code").asInt(-1)).isZero();
      assertThat(timing.slept).contains(Duration.ofSeconds(5));
      assertThat(server.requests()).contains("GET /api/v2/runtimes");
      assertThat(client.freePlaces()).isEqualTo(1);
      for (int i = 0; i < 3; i++) {
        assertThat(client.execute(request()).path("run").path("code").asInt(-1)).isZero();
      }
    }
  }

  @Test
  void namesAllEndpointsWhenAllAreDead() throws Exception {
    int first = freePort();
    int second = freePort();
    try (PistonClient client =
        client(2, "http://127.0.0.1:" + first, "http://127.0.0.1:" + second)) {
      assertThatThrownBy(() -> client.execute(request()))
          .isInstanceOf(PistonException.class)
          .hasMessageContainingAll("all Piston endpoints are down", ":" + first, ":" + second);
      assertThat(client.freePlaces()).isZero();
      // One that was restarted is found again.
      try (StubServer server = StubServer.open(second, GOOD)) {
        timing.sleep(Duration.ofSeconds(5));
        assertThat(client.execute(request()).path("run").path("code").asInt(-1)).isZero();
        assertThat(server.requests()).hasSizeGreaterThan(1);
        assertThat(client.freePlaces()).isEqualTo(2);
      }
    }
  }

  @Test
  void returnsPlaceOfEndpointThatRecovers() throws Exception {
    int port = freePort();
    List<StubServer> opened = new CopyOnWriteArrayList<>();
    Timing starter =
        new Timing() {
          @Override
          public void sleep(Duration time) {
            if (time.equals(Duration.ofSeconds(5)) && opened.isEmpty()) {
              try {
                opened.add(StubServer.open(port, GOOD));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            }
          }

          @Override
          public long nanoTime() {
            return 0;
          }
        };
    PistonOptions options =
        new PistonOptions(List.of(URI.create("http://127.0.0.1:" + port)), 3, SHORT, PROBE);
    try (PistonClient client = new PistonClient(options, starter)) {
      assertThat(client.execute(request()).path("run").path("code").asInt(-1)).isZero();
      assertThat(client.freePlaces()).isEqualTo(3);
    } finally {
      opened.forEach(StubServer::close);
    }
  }

  @Test
  void sharesPlacesAmongManyCallers() throws Exception {
    try (StubServer first = StubServer.open(0, GOOD);
        StubServer second = StubServer.open(0, GOOD);
        PistonClient client = client(1, first.address(PATH), second.address(PATH))) {
      List<Thread> threads =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      Thread.ofVirtual()
                          .start(
                              () -> {
                                try {
                                  JsonNode reply = client.execute(request());
                                  assertThat(reply.has("run")).isTrue();
                                } catch (IOException | InterruptedException e) {
                                  throw new AssertionError(e);
                                }
                              }))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(first.requests().size() + second.requests().size()).isEqualTo(20);
      assertThat(first.requests()).isNotEmpty();
      assertThat(second.requests()).isNotEmpty();
      assertThat(client.freePlaces()).isEqualTo(2);
    }
  }

  @Test
  void readsOptions() {
    PistonOptions options =
        PistonOptions.parse(" http://b:2000/api/v2/, http://a:2000/api/v2,,http://c/x ", 1);
    assertThat(options.endpoints().stream().map(URI::toString))
        .containsExactly("http://a:2000/api/v2", "http://b:2000/api/v2", "http://c/x");
    assertThat(options.share(1, 2).endpoints()).containsExactly(URI.create("http://b:2000/api/v2"));
    assertThatThrownBy(() -> PistonOptions.parse("slurm", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slurm");
    assertThatThrownBy(() -> PistonOptions.parse(" , ", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PISTON_ENDPOINTS");
    assertThatThrownBy(() -> PistonOptions.parse("http://a", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  private Outcome outcome(String reply) throws Exception {
    try (StubServer server = StubServer.open(0, reply);
        PistonSandbox sandbox = new PistonSandbox(client(1, server.address(PATH)))) {
      Outcome outcome =
          sandbox.run(
              Program.of(Language.CPP, "int main(){}"),
              Input.of("2 2"),
              SandboxLimits.DEFAULT.withTime(Duration.ofSeconds(1)));
      JsonNode body = JSON.readTree(server.bodies().getFirst());
      assertThat(body.path("language").asString()).isEqualTo("c++");
      assertThat(body.path("files").path(0).path("name").asString()).isEqualTo("main.cpp");
      assertThat(body.path("stdin").asString()).isEqualTo("2 2");
      assertThat(body.path("run_timeout").asLong()).isEqualTo(1000);
      assertThat(body.path("run_memory_limit").asLong()).isEqualTo(512L << 20);
      return outcome;
    }
  }

  private static String run(String fields) {
    return "{\"run\": {" + fields + "}}";
  }

  @Test
  void readsOutcomes() throws Exception {
    Outcome good = outcome(GOOD);
    assertThat(good.status()).isEqualTo(Status.OK);
    assertThat(good.stdout()).isEqualTo("4\n");
    assertThat(outcome(run("\"code\": 3, \"stderr\": \"x\"")).exitCode()).isEqualTo(3);
    Outcome compile =
        outcome("{\"compile\": {\"code\": 1, \"stderr\": \"no ;\"}, \"run\": {\"code\": 1}}");
    assertThat(compile.status()).isEqualTo(Status.COMPILE_ERROR);
    assertThat(compile.stderr()).isEqualTo("no ;");
    Outcome killed = outcome(run("\"code\": null, \"signal\": \"SIGKILL\", \"wall_time\": 1003"));
    assertThat(killed.status()).isEqualTo(Status.TIME);
    assertThat(killed.exitCode()).isEqualTo(137);
    assertThat(status(run("\"code\": null, \"signal\": \"SIGKILL\", \"status\": \"TO\"")))
        .isEqualTo(Status.TIME);
    assertThat(
            status(
                run(
                    "\"code\": null, \"signal\": \"SIGKILL\", \"wall_time\": 10, \"memory\": "
                        + (512L << 20))))
        .isEqualTo(Status.MEMORY);
    assertThat(status(run("\"code\": 1, \"stderr\": \"MemoryError\""))).isEqualTo(Status.MEMORY);
    assertThat(status(run("\"code\": 0, \"stdout\": \"\", \"status\": \"OL\"")))
        .isEqualTo(Status.OUTPUT);
    assertThat(status(run("\"code\": null, \"signal\": \"SIGSEGV\""))).isEqualTo(Status.WRONG_EXIT);
    Outcome message = outcome("{\"message\": \"runtime is unknown\"}");
    assertThat(message.status()).isEqualTo(Status.SANDBOX_ERROR);
    assertThat(message.detail()).contains("runtime is unknown");
  }

  private Status status(String reply) throws Exception {
    return outcome(reply).status();
  }

  @Test
  void tellsServiceFailureAsOutcome() throws Exception {
    int port = freePort();
    try (PistonSandbox sandbox = new PistonSandbox(client(1, "http://127.0.0.1:" + port))) {
      Outcome outcome =
          sandbox.run(Program.of(Language.PYTHON, "print(1)"), Input.NONE, SandboxLimits.DEFAULT);
      assertThat(outcome.status()).isEqualTo(Status.SANDBOX_ERROR);
      assertThat(outcome.detail()).contains("down", ":" + port);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
