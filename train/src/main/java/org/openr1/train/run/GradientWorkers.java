package org.openr1.train.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.ComputeThreads;

/**
 * Data parallelism inside one process: each worker goes forward and backward through its own share
 * of a batch with a replica of the model, then the gradients are added up in the order of the
 * shares. The sum depends on the number of workers in its rounding, never on time.
 */
public final class GradientWorkers implements AutoCloseable {
  private final CausalLm model;
  private final List<CausalLm> replicas = new ArrayList<>();
  private final @Nullable ComputeThreads threads;

  /** As many workers as suit the model and the machine. */
  public GradientWorkers(CausalLm model) {
    this(model, ComputeThreads.partsFor(model));
  }

  /** That many workers; a single one works on the calling thread with the model itself. */
  public GradientWorkers(CausalLm model, int count) {
    this.model = Objects.requireNonNull(model, "model is null");
    if (count < 1) {
      throw new IllegalArgumentException("at least one worker is needed, not " + count);
    }
    threads = count == 1 ? null : new ComputeThreads(count, "gradient");
    for (int i = 0; count > 1 && i < count; i++) {
      replicas.add(model.replica());
    }
  }

  /** The model whose parameters take the gradients. */
  public CausalLm model() {
    return model;
  }

  /** Number of workers. */
  public int count() {
    return Math.max(1, replicas.size());
  }

  /**
   * Runs all shares and adds their gradients to the model's.
   *
   * @param shares at most {@link #count}; each is given the model to work with and runs on a thread
   *     that has gradients on and no pointer scope open
   * @return their results, in the same order
   */
  public <T> List<T> run(List<Function<CausalLm, T>> shares) {
    if (shares.size() > count()) {
      throw new IllegalArgumentException(shares.size() + " shares for " + count() + " workers");
    }
    if (threads == null) {
      return shares.stream().map(share -> share.apply(model)).toList();
    }
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      Function<CausalLm, T> share = shares.get(i);
      CausalLm replica = replicas.get(i);
      running.add(threads.submit(() -> share.apply(replica)));
    }
    // All of them, so that nobody computes on weights that the caller goes on to change.
    ComputeThreads.await(running);
    collect();
    List<T> results = running.stream().map(ComputeThreads::result).toList();
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while gradients were computed");
    }
    return results;
  }

  /** Moves the replicas' gradients into the model's. */
  private void collect() {
    List<Tensor> parameters = List.copyOf(model.parameters().values());
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      for (CausalLm replica : replicas) {
        int at = 0;
        for (Tensor leaf : replica.parameters().values()) {
          Tensor sum = parameters.get(at++).mutable_grad();
          Tensor part = leaf.mutable_grad();
          if (part.defined()) {
            if (sum.defined()) {
              sum.add_(part);
            } else {
              sum.put(part);
            }
            part.reset();
          }
        }
      }
    }
  }

  /** Ends the threads; the model stays open. */
  @Override
  public void close() {
    if (threads != null) {
      threads.close();
    }
    replicas.forEach(CausalLm::close);
  }
}
