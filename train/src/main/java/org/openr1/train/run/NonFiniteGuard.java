package org.openr1.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.openr1.model.AtomicFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens when a loss or gradient is NaN or infinite: the step is skipped and counted; at the
 * limit the run stops with the batch saved.
 */
public final class NonFiniteGuard {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;
  private final int limit;
  private int skipped;

  /**
   * A guard.
   *
   * @param directory the run directory; the batch goes to {@code non-finite/step-N.json} in it
   * @param limit so many skipped steps end the run
   * @param skipped steps already skipped before a resume
   */
  public NonFiniteGuard(Path directory, int limit, int skipped) {
    if (limit < 1 || skipped < 0) {
      throw new IllegalArgumentException("limit " + limit + ", skipped " + skipped);
    }
    this.directory = directory;
    this.limit = limit;
    this.skipped = skipped;
  }

  /**
   * Decides about a step before the optimiser takes it.
   *
   * @param gradientNorm before clipping
   * @param batch the batch as JSON-ready values, asked for only when it is saved
   * @return true when the step may be taken, false when it must be skipped
   * @throws NonFiniteException at the limit
   */
  public boolean accept(long step, double loss, double gradientNorm, Supplier<?> batch) {
    if (Double.isFinite(loss) && Double.isFinite(gradientNorm)) {
      return true;
    }
    skipped++;
    if (skipped >= limit) {
      Path file = directory.resolve("non-finite").resolve("step-" + step + ".json");
      try {
        Files.createDirectories(directory.resolve("non-finite"));
        AtomicFiles.write(file, JSON.writeValueAsString(batch.get()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
      }
      throw new NonFiniteException(
          "step %d: loss %s, gradient norm %s; %d steps were skipped, batch saved in %s"
              .formatted(step, loss, gradientNorm, skipped, file));
    }
    return false;
  }

  /** Steps skipped so far; belongs into a checkpoint. */
  public int skipped() {
    return skipped;
  }

  /** Too many steps had a loss or gradient that was not finite. */
  public static final class NonFiniteException extends RuntimeException {
    NonFiniteException(String message) {
      super(message);
    }
  }
}
