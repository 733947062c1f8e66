package org.openr1.train.sft;

import java.util.Arrays;
import java.util.List;
import org.openr1.train.run.RandomStreams;

/** From labelled rows to the rows of a training run: shuffle, truncate, drop, pack (spec 3.3). */
public final class RowPreparation {
  private RowPreparation() {}

  /**
   * Prepares a data set.
   *
   * @throws IllegalArgumentException when no row is left
   */
  public static List<LabeledTokens> prepare(List<LabeledTokens> rows, SftConfig config) {
    List<LabeledTokens> prepared = shuffled(rows, config, "before");
    Integer maxLength = config.maxLength();
    if (maxLength != null) {
      prepared =
          config.packing()
              ? PackingStrategy.byName(config.packingStrategy()).pack(prepared, maxLength)
              : Labels.truncate(
                  prepared, maxLength, Labels.TruncationMode.byName(config.truncationMode()));
    }
    prepared = shuffled(prepared, config, "after");
    if (prepared.isEmpty()) {
      throw new IllegalArgumentException(
          "no row is left of %d after truncation to max_length %s and dropping rows without targets"
              .formatted(rows.size(), maxLength));
    }
    return prepared;
  }

  private static List<LabeledTokens> shuffled(
      List<LabeledTokens> rows, SftConfig config, String when) {
    if (!config.shuffleDataset()) {
      return rows;
    }
    int[] order =
        RandomStreams.permutation(
            rows.size(), RandomStreams.of(config.seed(), "sft/shuffle_dataset", when));
    return Arrays.stream(order).mapToObj(rows::get).toList();
  }
}
