package org.openr1.model.causal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A padded golden batch (B, T) seen as sequences without padding. */
final class GoldenBatch {
  private final GoldenValues values;
  private final int width;
  private final int[] mask;
  private final int[] ids;

  GoldenBatch(Path file) {
    this.values = new GoldenValues(file);
    this.width = values.columns("input_ids");
    this.mask = ints("attention_mask");
    this.ids = ints("input_ids");
  }

  /** The rows with their padding cut off. */
  TokenBatch batch() {
    return TokenBatch.of(unpadded(ids, mask, width));
  }

  /** The prompts of the batched greedy case with their padding cut off. */
  List<int[]> prompts() {
    int columns = values.columns("greedy.batch_input_ids");
    return unpadded(ints("greedy.batch_input_ids"), ints("greedy.batch_attention_mask"), columns);
  }

  private static List<int[]> unpadded(int[] tokens, int[] kept, int columns) {
    List<int[]> sequences = new ArrayList<>();
    for (int row = 0; row < tokens.length; row += columns) {
      int[] sequence = new int[columns];
      int length = 0;
      for (int i = row; i < row + columns; i++) {
        if (kept[i] == 1) {
          sequence[length++] = tokens[i];
        }
      }
      sequences.add(Arrays.copyOf(sequence, length));
    }
    return sequences;
  }

  /**
   * Tokens to score.
   *
   * @param rows row of the batch whose distribution is meant
   * @param ids the token
   * @param places place b x T + t of the row in the padded batch
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Targets(int[] rows, int[] ids, int[] places) {}

  /** Every token whose predecessor is real too. */
  Targets nextTokens() {
    return targets(ids, 0);
  }

  /** Every label that counts. */
  Targets labels() {
    return targets(ints("labels"), 0);
  }

  private Targets targets(int[] tokens, int smallest) {
    List<int[]> found = new ArrayList<>();
    int row = 0;
    for (int place = 0; place < mask.length; place++) {
      if (mask[place] == 0) {
        continue;
      }
      boolean hasNext = (place + 1) % width != 0 && mask[place + 1] == 1;
      if (hasNext && tokens[place + 1] >= smallest) {
        found.add(new int[] {row, tokens[place + 1], place});
      }
      row++;
    }
    return new Targets(
        found.stream().mapToInt(t -> t[0]).toArray(),
        found.stream().mapToInt(t -> t[1]).toArray(),
        found.stream().mapToInt(t -> t[2]).toArray());
  }

  /** The values of a (B, T-1) tensor for these targets. */
  float[] shifted(String name, Targets targets) {
    float[] all = floats(name);
    float[] chosen = new float[targets.places().length];
    for (int i = 0; i < chosen.length; i++) {
      int place = targets.places()[i];
      chosen[i] = all[place / width * (width - 1) + place % width];
    }
    return chosen;
  }

  /** The values of a (B, T, X) tensor at the places with mask 1, one row below the other. */
  float[] rows(String name) {
    float[] all = floats(name);
    int size = all.length / mask.length;
    float[] chosen = new float[all.length];
    int rows = 0;
    for (int place = 0; place < mask.length; place++) {
      if (mask[place] == 1) {
        System.arraycopy(all, place * size, chosen, rows++ * size, size);
      }
    }
    return Arrays.copyOf(chosen, rows * size);
  }

  boolean has(String name) {
    return values.has(name);
  }

  float[] floats(String name) {
    return values.floats(name);
  }

  int[] ints(String name) {
    return values.ints(name);
  }
}
