package org.openr1.train.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * What is trained and on what: the part of a {@link TrainingLoop} that differs.
 *
 * @param <S> what one optimiser step learns from
 */
public interface TrainingTask<S extends TrainingTask.Step> {
  /** One optimiser step's data. */
  interface Step {
    /** The position behind this step. */
    long nextPosition();

    /** Passes over the data after this step; 0 for an endless source. */
    double epoch();

    /** Tokens that go through the model. */
    long tokens();
  }

  /** Trained leaves by name, in a fixed order. */
  Map<String, Tensor> parameters();

  /**
   * The data at a position: a pure function, called on a background thread, which must not touch
   * libtorch.
   *
   * @param position 0 at the start, then {@link Step#nextPosition}
   */
  S stepAt(long position);

  /**
   * Adds the gradients of a step to the parameters.
   *
   * @param metrics takes further measurements, averaged until the next logged step
   * @return the loss
   */
  double backward(S step, MetricWindow metrics);

  /** The step's data as JSON-ready values, for study when it gave NaN. */
  Object describe(S step);

  /** Writes the model into a checkpoint, exact to the bit, with whatever makes it usable. */
  void save(Path directory) throws IOException;

  /** Takes over the model of a checkpoint. */
  void restore(Path directory);
}
