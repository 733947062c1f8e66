package org.openr1.reward.user;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running command. Its three streams have a thread each, so that a command that does not read, or
 * writes without end, holds up nobody for longer than the time-out.
 */
final class CommandProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandReward.class);
  private static final int ANSWERS_AHEAD = 16;
  private static final int ERRORS_LOGGED = 20;
  private static final int ERRORS_KEPT = 5;
  private static final long EXIT_MILLIS = 1_000;
  private static final int EXIT_OF_INTERRUPT = 130;

  private final String name;
  private final Process process;
  private final BlockingQueue<Optional<String>> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<Optional<String>> answers = new ArrayBlockingQueue<>(ANSWERS_AHEAD);
  private final Deque<String> lastErrors = new ArrayDeque<>();

  private CommandProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  static CommandProcess start(CommandOptions options) throws CommandFailure {
    Process process;
    try {
      process = new ProcessBuilder(options.command()).start();
    } catch (IOException e) {
      throw new CommandFailure(CommandFailure.Kind.NO_START, String.valueOf(e.getMessage()));
    }
    CommandProcess started = new CommandProcess(options.name(), process);
    started.thread("stdin", started::write);
    started.thread("stdout", started::read);
    started.thread("stderr", started::readErrors);
    return started;
  }

  /** What a thread of a stream does until the stream ends. */
  @FunctionalInterface
  private interface Pump {
    void run() throws IOException, InterruptedException;
  }

  private void thread(String stream, Pump pump) {
    Runnable work =
        () -> {
          try {
            pump.run();
          } catch (IOException e) {
            LOG.debug("{} of reward {} has ended", stream, name, e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    var _ = Thread.ofPlatform().name("reward-" + name + "-" + stream).daemon().start(work);
  }

  private void write() throws IOException, InterruptedException {
    try (BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
      Optional<String> line = requests.take();
      for (; line.isPresent(); line = requests.take()) {
        writer.write(line.get());
        writer.write('\n');
        writer.flush();
      }
    }
  }

  private void read() throws IOException, InterruptedException {
    try (InputStream in = process.getInputStream()) {
      LineReader reader = new LineReader(in);
      Optional<String> line = reader.next();
      for (; line.isPresent(); line = reader.next()) {
        answers.put(line);
      }
    } finally {
      answers.put(Optional.empty());
    }
  }

  private void readErrors() throws IOException {
    try (InputStream in = process.getErrorStream()) {
      LineReader reader = new LineReader(in);
      int lines = 0;
      Optional<String> line = reader.next();
      for (; line.isPresent(); line = reader.next()) {
        String text = CommandAnswer.brief(line.get());
        if (lines++ < ERRORS_LOGGED) {
          LOG.info("reward {} says: {}", name, text);
        }
        synchronized (lastErrors) {
          lastErrors.addLast(text);
          if (lastErrors.size() > ERRORS_KEPT) {
            lastErrors.removeFirst();
          }
        }
      }
    }
  }

  /** Whether it waits for a row. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it wrote a line that nobody asked for. */
  boolean hasMoreAnswers() {
    Optional<String> next = answers.peek();
    return next != null && next.isPresent();
  }

  /** The line it answers with. */
  String ask(String line, Duration timeout) throws CommandFailure, InterruptedException {
    requests.put(Optional.of(line));
    Optional<String> answer = answers.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (answer == null) {
      throw new CommandFailure(
          CommandFailure.Kind.HUNG, timeout.toMillis() / 1e3 + " s" + lastErrors());
    }
    if (answer.isPresent()) {
      return answer.get();
    }
    Integer exit = exitCode();
    if (exit == null) {
      throw new CommandFailure(
          CommandFailure.Kind.ENDED, "it closed its standard output" + lastErrors());
    }
    throw new CommandFailure(
        exit == EXIT_OF_INTERRUPT ? CommandFailure.Kind.INTERRUPTED : CommandFailure.Kind.ENDED,
        "exit code " + exit + lastErrors());
  }

  private @Nullable Integer exitCode() throws InterruptedException {
    return process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS) ? process.exitValue() : null;
  }

  private String lastErrors() {
    synchronized (lastErrors) {
      return lastErrors.isEmpty() ? "" : "; it said: " + String.join(" | ", lastErrors);
    }
  }

  /** Ends it and what it started at once. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    requests.add(Optional.empty());
  }

  /** Closes its standard input and gives it a moment to end. */
  @Override
  public void close() {
    requests.add(Optional.empty());
    try {
      process.waitFor(EXIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }
}
