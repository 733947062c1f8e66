package org.openr1.model.causal;

import static org.bytedeco.pytorch.global.torch.get_num_threads;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Platform threads with one libtorch thread each, for work that runs faster side by side than
 * inside one operation. Weights may be read by all of them at the same time.
 */
public final class ComputeThreads implements AutoCloseable {
  /** Up to this width a model's operations are too short for several threads each. */
  private static final int SMALL_HIDDEN_SIZE = 512;

  private final ExecutorService threads;
  private final int count;

  /** Starts that many daemon threads called {@code name}. */
  public ComputeThreads(int count, String name) {
    this.count = count;
    int callersThreads = get_num_threads();
    this.threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread =
                  new Thread(
                      () -> {
                        set_num_threads(1);
                        task.run();
                      },
                      name);
              thread.setDaemon(true);
              return thread;
            });
    List<Future<?>> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      started.add(threads.submit(() -> {}));
    }
    await(started);
    // libtorch also keeps the number for threads to come: give it back to them.
    set_num_threads(callersThreads);
  }

  /**
   * How many parts to cut a model's work into. Matrix products in float32 run on one core in
   * libtorch's default library, and small models leave the second core idle between calls: there
   * each core works on its own rows. A large model in bfloat16 is bound by reading the weights,
   * which all cores do together.
   */
  public static int partsFor(CausalLm model) {
    boolean small = model.config().hiddenSize() <= SMALL_HIDDEN_SIZE;
    boolean together =
        model.device() == Device.CUDA || (model.precision() == Precision.BF16 && !small);
    return together ? 1 : Math.max(1, get_num_threads());
  }

  /** Number of threads. */
  public int count() {
    return count;
  }

  /** Runs a task on a free thread. */
  public <T> Future<T> submit(Callable<T> task) {
    return threads.submit(task);
  }

  /** Waits until all have ended, however they ended; an interrupt meanwhile stays set. */
  public static void await(List<? extends Future<?>> tasks) {
    boolean interrupted = false;
    for (Future<?> task : tasks) {
      while (!task.isDone()) {
        try {
          task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          // It is thrown to whoever asks for the result.
          break;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The result of a task, or the exception that ended it; waits for it. */
  public static <T> T result(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Lets running tasks end and the threads with them. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
