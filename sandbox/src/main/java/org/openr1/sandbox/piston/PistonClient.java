package org.openr1.sandbox.piston;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shares requests among Piston workers, as open-r1's client does (section 4.5 of the memo on R1):
 * each worker has a number of places, a request takes the next free one, and a failed request is
 * tried again up to five times, wherever there is a place.
 *
 * <p>A worker that refuses connections is asked for its runtimes five seconds later, like all the
 * others; those that do not answer are dropped. Unlike in open-r1, workers that do answer get their
 * places back, also those dropped before. When all are dropped, requests fail at once but ask for
 * the runtimes again every five seconds, so that a service that was restarted is found.
 */
public final class PistonClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PistonClient.class);
  private static final JsonMapper JSON = new JsonMapper();

  private static final int RETRIES = 5;
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
  private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);
  private static final Duration BEFORE_PROBE = Duration.ofSeconds(5);
  private static final double JITTER = 0.1;
  private static final long MARGIN_MILLIS = 1_000;
  private static final String OVERLOADED = "Resource temporarily unavailable";

  private final PistonOptions options;
  private final Timing timing;
  private final Endpoints endpoints;
  private final PistonHttp http;
  private final ReentrantLock probing = new ReentrantLock();
  private @Nullable Long lastProbe;

  public PistonClient(PistonOptions options) {
    this(options, Timing.SYSTEM);
  }

  public PistonClient(PistonOptions options, Timing timing) {
    this.options = options;
    this.timing = timing;
    this.endpoints = new Endpoints(options.endpoints(), options.requestsPerEndpoint());
    this.http = new PistonHttp(options.timeout());
  }

  /** Requests that can be under way at a time while all workers are up. */
  public int places() {
    return options.endpoints().size() * options.requestsPerEndpoint();
  }

  /**
   * Posts a request to {@code execute} and gives the reply, whatever it says of the program.
   *
   * @param request an object; {@code version} is set to any where it names none
   * @throws PistonException when all tries failed or all workers are down, naming the reason
   */
  public JsonNode execute(JsonNode request) throws PistonException, InterruptedException {
    if (!(request instanceof ObjectNode given)) {
      throw new IllegalArgumentException("request is not an object: " + request);
    }
    ObjectNode body = given.deepCopy();
    if (!body.has("version")) {
      body.put("version", "*");
    }
    Duration timeout = timeout(body);
    if (endpoints.allDropped()) {
      probeAgain();
    }
    for (int attempt = 0; ; attempt++) {
      URI endpoint = endpoints.take();
      try {
        if (attempt > 0) {
          timing.sleep(BEFORE_RETRY);
        }
        return checked(http.send("POST", at(endpoint, "execute"), body, timeout));
      } catch (IOException e) {
        if (attempt == RETRIES) {
          checkAfterFailure(endpoint);
          throw new PistonException(
              "Piston failed %d times, the last time at %s: %s".formatted(RETRIES + 1, endpoint, e),
              e);
        }
        LOG.debug("Piston request failed at {} (attempt {}): {}", endpoint, attempt + 1, e);
        if (isRefusal(e)) {
          checkAfterFailure(endpoint);
        }
      } finally {
        endpoints.release(endpoint);
      }
      if (endpoints.allDropped()) {
        continue; // take() names them
      }
      timing.sleep(delay(attempt));
    }
  }

  /** What each worker runs; workers that fail are left out. */
  public Map<URI, JsonNode> runtimes() throws InterruptedException {
    Map<URI, JsonNode> found = new LinkedHashMap<>();
    for (URI endpoint : endpoints.all()) {
      try {
        found.put(
            endpoint, http.send("GET", at(endpoint, "runtimes"), null, options.probeTimeout()));
      } catch (IOException e) {
        LOG.debug("Piston endpoint {} does not tell its runtimes: {}", endpoint, e.toString());
      }
    }
    return found;
  }

  /** Installs a package, such as {@code cms_ioi 1.0.0}, on all workers. */
  public List<JsonNode> install(String language, String version)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("language", language).put("version", version);
    List<JsonNode> replies = new ArrayList<>();
    for (URI endpoint : endpoints.all()) {
      replies.add(http.send("POST", at(endpoint, "packages"), body, options.timeout()));
    }
    return replies;
  }

  /** Places that are free now. */
  int freePlaces() {
    return endpoints.freePlaces();
  }

  private static JsonNode checked(JsonNode reply) throws PistonException {
    if (!reply.isObject()) {
      throw new PistonException("reply is not an object: " + reply);
    }
    String errors = reply.path("run").path("stderr").asString("");
    if (errors.contains(OVERLOADED)) {
      throw new PistonException("overloaded: " + errors.strip());
    }
    return reply;
  }

  /** A program may run longer than the usual timeout of a request. */
  private Duration timeout(JsonNode request) {
    long running =
        Math.round(
            request.path("run_timeout").asDouble(0) + request.path("compile_timeout").asDouble(0));
    Duration wanted = Duration.ofMillis(running + MARGIN_MILLIS);
    return running > 0 && wanted.compareTo(options.timeout()) > 0 ? wanted : options.timeout();
  }

  private static boolean isRefusal(IOException e) {
    return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
  }

  /** 1, 2, 4, 8 and 10 seconds, give or take a tenth. */
  private static Duration delay(int attempt) {
    long base = Math.min(FIRST_DELAY.toMillis() << attempt, LONGEST_DELAY.toMillis());
    double jitter = ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
    return Duration.ofMillis(Math.round(base * (1 + jitter)));
  }

  private void checkAfterFailure(URI endpoint) throws InterruptedException {
    probing.lockInterruptibly();
    try {
      if (!endpoints.isDropped(endpoint)) {
        timing.sleep(BEFORE_PROBE);
        probe();
      }
    } finally {
      probing.unlock();
    }
  }

  private void probeAgain() throws InterruptedException {
    probing.lockInterruptibly();
    try {
      Long last = lastProbe;
      boolean due = last == null || timing.nanoTime() - last >= BEFORE_PROBE.toNanos();
      if (due && endpoints.allDropped()) {
        probe();
      }
    } finally {
      probing.unlock();
    }
  }

  private void probe() throws InterruptedException {
    Map<URI, JsonNode> alive = runtimes();
    for (URI endpoint : endpoints.all()) {
      if (alive.containsKey(endpoint)) {
        endpoints.restore(endpoint);
      } else if (!endpoints.isDropped(endpoint)) {
        LOG.warn("Piston endpoint {} does not answer and gets no more requests", endpoint);
        endpoints.drop(endpoint);
      }
    }
    lastProbe = timing.nanoTime();
  }

  private static URI at(URI endpoint, String route) {
    return URI.create(endpoint + "/" + route);
  }

  @Override
  public void close() {
    http.close();
  }
}
