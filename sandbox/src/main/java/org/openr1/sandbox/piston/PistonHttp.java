package org.openr1.sandbox.piston;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request to one worker. */
final class PistonHttp implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 200;
  private static final int SHOWN = 300;

  private final HttpClient client;

  PistonHttp(Duration connectTimeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .build();
  }

  /**
   * Sends a request and reads the reply as JSON.
   *
   * @throws java.net.ConnectException when nobody listens
   * @throws PistonException for a status other than 200 and a reply that is no JSON
   * @throws IOException for a broken connection and a reply that takes longer than the timeout
   */
  JsonNode send(String method, URI address, @Nullable JsonNode body, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .timeout(timeout)
            .build();
    HttpResponse<byte[]> response = await(request, timeout);
    String text = new String(response.body(), StandardCharsets.UTF_8);
    if (response.statusCode() != OK) {
      throw new PistonException("status %d: %s".formatted(response.statusCode(), shown(text)));
    }
    return parse(text);
  }

  /** The request's own timeout ends with the headers; this one holds for the body too. */
  private HttpResponse<byte[]> await(HttpRequest request, Duration timeout)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> reply =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new PistonException("no reply within " + timeout, e);
    } catch (ExecutionException e) {
      throw ioFailure(e.getCause() == null ? e : e.getCause());
    } finally {
      reply.cancel(true);
    }
  }

  private static IOException ioFailure(Throwable cause) {
    return switch (cause) {
      case IOException io -> io;
      case UncheckedIOException io when io.getCause() != null -> io.getCause();
      default -> new PistonException("request failed: " + cause, cause);
    };
  }

  private static JsonNode parse(String text) throws PistonException {
    if (text.isBlank()) {
      throw new PistonException("empty reply");
    }
    JsonNode reply;
    try {
      reply = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new PistonException("reply is not JSON: " + shown(text), e);
    }
    if (reply.isNull()) {
      throw new PistonException("empty reply");
    }
    return reply;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
