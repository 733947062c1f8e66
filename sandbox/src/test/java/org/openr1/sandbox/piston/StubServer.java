package org.openr1.sandbox.piston;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server that answers as scripted, then well. */
public final class StubServer implements AutoCloseable {
  private static final int OK = 200;

  /** One answer. */
  @FunctionalInterface
  public interface Answer {
    /** Answers a request whose body is given. */
    void give(HttpExchange exchange, String body) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Answer> script = new ConcurrentLinkedDeque<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  private StubServer(HttpServer server) {
    this.server = server;
  }

  /** A server whose unscripted answer is this text. */
  public static StubServer open(int port, String usual) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    StubServer stub = new StubServer(server);
    server.setExecutor(stub.threads);
    server.createContext("/", exchange -> stub.handle(exchange, usual));
    server.start();
    return stub;
  }

  private void handle(HttpExchange exchange, String usual) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    bodies.add(body);
    boolean isProbe = exchange.getRequestMethod().equals("GET");
    Answer answer = isProbe ? null : script.poll();
    if (answer == null) {
      text(OK, isProbe ? "{\"status\": \"ok\"}" : usual).give(exchange, body);
    } else {
      answer.give(exchange, body);
    }
  }

  /** Adds answers to the script. */
  public StubServer then(Answer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  /** A status with a text. */
  public static Answer text(int status, String text) {
    return (exchange, body) -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    };
  }

  /** Says that more comes than does, and ends the connection. */
  public static Answer cutOff() {
    return (exchange, body) -> {
      exchange.sendResponseHeaders(OK, 1000);
      exchange.getResponseBody().write("{\"run\": {\"co".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      throw new IOException("cut off");
    };
  }

  /** Answers after the server is closed only. */
  public Answer never() {
    return (exchange, body) -> waitForClose();
  }

  /** Sends headers, and the body after the server is closed only. */
  public Answer neverEnding() {
    return (exchange, body) -> {
      exchange.sendResponseHeaders(OK, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      waitForClose();
    };
  }

  private void waitForClose() {
    try {
      boolean closed = closing.await(1, TimeUnit.MINUTES);
      if (!closed) {
        throw new IllegalStateException("stub was not closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Method and path of each request. */
  public List<String> requests() {
    return requests;
  }

  /** Bodies of the requests. */
  public List<String> bodies() {
    return bodies;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Address with a path. */
  public String address(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
