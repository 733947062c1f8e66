package org.openr1.model.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openr1.model.causal.ComputeThreads;

/**
 * Platform threads that decode shares of the requests side by side, each with one libtorch thread.
 * Who decodes what is settled before the start, so that nothing depends on timing; only events of
 * different shares interleave as they come.
 */
final class DecodeWorkers implements AutoCloseable {
  /** How long the calling thread waits for an event before it looks for a cancellation. */
  private static final long POLL_MILLISECONDS = 50;

  /** Decodes one share on the thread it is called on. */
  interface ShareRunner {
    void run(List<ContinuousBatch.Numbered> share, ContinuousBatch.Sink sink, BooleanSupplier stop);
  }

  private final ComputeThreads threads;

  DecodeWorkers(int count) {
    threads = new ComputeThreads(count, "decode");
  }

  int count() {
    return threads.count();
  }

  /** What a share tells the calling thread. */
  private sealed interface Event {
    record Token(TokenEvent token) implements Event {}

    record Finished(int requestOrder, Completion completion) implements Event {}

    record ShareEnded(boolean failed) implements Event {}
  }

  /** Decodes all shares; events reach the sink on the calling thread. */
  void run(
      List<List<ContinuousBatch.Numbered>> shares,
      ContinuousBatch.Sink sink,
      BooleanSupplier cancelled,
      ShareRunner runner) {
    AtomicBoolean stop = new AtomicBoolean();
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    boolean wantsTokens = sink.wantsTokens();
    List<Future<?>> running = new ArrayList<>();
    for (List<ContinuousBatch.Numbered> share : shares) {
      running.add(
          threads.submit(
              () -> {
                boolean failed = true;
                try {
                  runner.run(share, new QueueSink(events, wantsTokens), stop::get);
                  failed = false;
                } finally {
                  events.add(new Event.ShareEnded(failed));
                }
                return null;
              }));
    }
    try {
      deliver(events, shares.size(), sink, cancelled);
    } finally {
      stop.set(true);
      // They read weights that the caller may free.
      ComputeThreads.await(running);
    }
    running.forEach(DecodeWorkers::rethrow);
  }

  private static void deliver(
      BlockingQueue<Event> events,
      int shares,
      ContinuousBatch.Sink sink,
      BooleanSupplier cancelled) {
    for (int ended = 0; ended < shares; ) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("generation was cancelled");
      }
      Event event = poll(events);
      if (event == null) {
        continue;
      }
      switch (event) {
        case Event.Token(TokenEvent token) -> sink.token(token);
        case Event.Finished(int order, Completion completion) -> sink.finished(order, completion);
        case Event.ShareEnded(boolean failed) -> {
          // The other shares are stopped, and the error surfaces when this one is joined.
          if (failed) {
            return;
          }
          ended++;
        }
      }
    }
  }

  private static @Nullable Event poll(BlockingQueue<Event> events) {
    try {
      return events.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Throws what ended a share, unless it was only stopped. */
  private static void rethrow(Future<?> share) {
    try {
      ComputeThreads.result(share);
    } catch (CancellationException e) {
      // The share that failed, or the caller, stopped this one.
      return;
    }
  }

  @Override
  public void close() {
    threads.close();
  }

  private record QueueSink(BlockingQueue<Event> events, boolean wantsTokens)
      implements ContinuousBatch.Sink {
    @Override
    public void token(TokenEvent event) {
      events.add(new Event.Token(event));
    }

    @Override
    public void finished(int requestOrder, Completion completion) {
      events.add(new Event.Finished(requestOrder, completion));
    }
  }
}
