package org.openr1.sandbox.router;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routers' protocol: batches of scripts, and a question for their health. */
public final class RouterClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 200;
  private static final int SHOWN = 300;

  private final RouterOptions options;
  private final HttpClient http;
  private final Semaphore places;

  public RouterClient(RouterOptions options) {
    this.options = options;
    this.places = new Semaphore(options.parallel(), true);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(options.patience())
            .build();
  }

  /**
   * Runs scripts side by side, each in a cloud sandbox of its own.
   *
   * @param languages one for each script
   * @return one reply for each script
   * @throws IOException when the router does not answer as it should
   */
  public List<RouterReply> executeBatch(List<String> scripts, List<String> languages)
      throws IOException, InterruptedException {
    return executeBatch(scripts, languages, options.timeout());
  }

  List<RouterReply> executeBatch(List<String> scripts, List<String> languages, Duration timeout)
      throws IOException, InterruptedException {
    if (scripts.size() != languages.size()) {
      throw new IllegalArgumentException(
          "%d scripts but %d languages".formatted(scripts.size(), languages.size()));
    }
    ObjectNode body = JSON.createObjectNode();
    ArrayNode scriptNodes = body.putArray("scripts");
    scripts.forEach(scriptNodes::add);
    ArrayNode languageNodes = body.putArray("languages");
    languages.forEach(languageNodes::add);
    body.put("timeout", seconds(timeout));
    body.put("request_timeout", seconds(options.requestTimeout()));
    HttpRequest request =
        HttpRequest.newBuilder(at("/execute_batch"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .timeout(options.patience())
            .build();
    JsonNode replies = send(request);
    if (!replies.isArray() || replies.size() != scripts.size()) {
      throw new IOException(
          "reply has %s for %d scripts"
              .formatted(
                  replies.isArray() ? replies.size() + " results" : "no list of results",
                  scripts.size()));
    }
    List<RouterReply> parsed = new ArrayList<>();
    replies.forEach(
        reply -> parsed.add(options.kind() == RouterKind.E2B ? ofE2b(reply) : ofMorph(reply)));
    return parsed;
  }

  /**
   * Asks whether the router is up.
   *
   * @throws IOException when it is not
   */
  public void checkHealth() throws IOException, InterruptedException {
    JsonNode reply =
        send(HttpRequest.newBuilder(at("/health")).GET().timeout(options.patience()).build());
    if (!reply.path("status").asString("").equals("ok")) {
      throw new IOException(options.address() + "/health: " + reply);
    }
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    places.acquire();
    try {
      HttpResponse<byte[]> response = await(request);
      String text = new String(response.body(), StandardCharsets.UTF_8);
      if (response.statusCode() != OK) {
        throw new IOException("status %d: %s".formatted(response.statusCode(), shown(text)));
      }
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IOException("reply is not JSON: " + e.getOriginalMessage(), e);
    } finally {
      places.release();
    }
  }

  /** The request's own timeout ends with the headers; this one holds for the body too. */
  private HttpResponse<byte[]> await(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> reply =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return reply.get(options.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no reply within " + options.patience(), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.toString(), e);
    } finally {
      reply.cancel(true);
    }
  }

  private static RouterReply ofE2b(JsonNode reply) {
    JsonNode execution = reply.path("execution");
    if (!execution.isObject()) {
      return failed(reply);
    }
    JsonNode error = execution.path("error");
    Optional<String> failure =
        error.isObject()
            ? Optional.of(text(error, "name") + ": " + text(error, "value"))
            : Optional.empty();
    String text = text(execution, "text");
    for (JsonNode result : execution.path("results")) {
      if (text.isEmpty()) {
        text = text(result, "text");
      }
    }
    StringBuilder stdout = new StringBuilder();
    for (JsonNode part : execution.path("logs").path("stdout")) {
      stdout.append(part.asString(""));
    }
    return new RouterReply(text, stdout.toString(), failure);
  }

  private static RouterReply ofMorph(JsonNode reply) {
    String exception = text(reply, "exception_str");
    return exception.isEmpty() && reply.path("text").isString()
        ? new RouterReply(text(reply, "text"), "", Optional.empty())
        : failed(reply);
  }

  private static RouterReply failed(JsonNode reply) {
    String exception = text(reply, "exception_str");
    return new RouterReply(
        "",
        "",
        Optional.of(exception.isEmpty() ? "no result: " + shown(reply.toString()) : exception));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.asString() : "";
  }

  private static long seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private URI at(String path) {
    return URI.create(options.address() + path);
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
