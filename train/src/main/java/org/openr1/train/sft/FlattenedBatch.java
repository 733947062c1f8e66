package org.openr1.train.sft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openr1.model.causal.TokenBatch;

/**
 * A micro-batch without padding: all sequences end to end (TRL's padding-free collation).
 *
 * <p>The first token of every sequence is no target. Sequences do not see each other.
 *
 * @param inputIds token ids, N in all
 * @param labels targets, N in all, not shifted
 * @param sequenceLengths lengths of the sequences; they add up to N
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier towards tensors, never compared
public record FlattenedBatch(int[] inputIds, int[] labels, int[] sequenceLengths) {
  /** Joins rows; each row may itself hold several sequences. */
  public static FlattenedBatch of(List<LabeledTokens> rows) {
    LabeledTokens joined = PackingStrategy.join(rows);
    int[] lengths = Arrays.stream(joined.sequenceLengths()).filter(length -> length > 0).toArray();
    int start = 0;
    for (int length : lengths) {
      joined.labels()[start] = LabeledTokens.IGNORED;
      start += length;
    }
    return new FlattenedBatch(joined.inputIds(), joined.labels(), lengths);
  }

  /**
   * Fills up to a multiple with pad tokens, each a sequence of its own and no target (Appendix C,
   * 3.4).
   */
  public FlattenedBatch paddedTo(int multiple, int padId) {
    int missing = Math.ceilDiv(inputIds.length, multiple) * multiple - inputIds.length;
    int[] ids = Arrays.copyOf(inputIds, inputIds.length + missing);
    int[] padded = Arrays.copyOf(labels, ids.length);
    int[] lengths = Arrays.copyOf(sequenceLengths, sequenceLengths.length + missing);
    Arrays.fill(ids, inputIds.length, ids.length, padId);
    Arrays.fill(padded, inputIds.length, ids.length, LabeledTokens.IGNORED);
    Arrays.fill(lengths, sequenceLengths.length, lengths.length, 1);
    return new FlattenedBatch(ids, padded, lengths);
  }

  /**
   * Cuts between sequences into at most so many parts, none empty, of about the same number of
   * tokens.
   */
  List<FlattenedBatch> split(int parts) {
    List<FlattenedBatch> result = new ArrayList<>();
    int start = 0;
    int at = 0;
    int first = 0;
    for (int i = 0; i < sequenceLengths.length; i++) {
      at += sequenceLengths[i];
      boolean last = i + 1 == sequenceLengths.length;
      boolean full = (long) at * parts >= (long) inputIds.length * (result.size() + 1);
      if (last || full) {
        result.add(
            new FlattenedBatch(
                Arrays.copyOfRange(inputIds, start, at),
                Arrays.copyOfRange(labels, start, at),
                Arrays.copyOfRange(sequenceLengths, first, i + 1)));
        start = at;
        first = i + 1;
      }
    }
    return result;
  }

  /** The position of each token in its sequence, from 0. */
  public int[] positionIds() {
    int[] positions = new int[inputIds.length];
    int at = 0;
    for (int length : sequenceLengths) {
      for (int i = 0; i < length; i++) {
        positions[at++] = i;
      }
    }
    return positions;
  }

  /** For the model. */
  public TokenBatch tokens() {
    return new TokenBatch(inputIds, sequenceLengths);
  }

  /** Number of targets. */
  public int targetCount() {
    int count = 0;
    for (int label : labels) {
      if (label != LabeledTokens.IGNORED) {
        count++;
      }
    }
    return count;
  }

  /**
   * The rows whose next token is a target, rising; the target of row r is {@code labels[r + 1]}.
   */
  public int[] targetRows() {
    int[] rows = new int[targetCount()];
    int at = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != LabeledTokens.IGNORED) {
        rows[at++] = i - 1;
      }
    }
    return rows;
  }

  /** The targets, in the order of {@link #targetRows}. */
  public int[] targets() {
    return Arrays.stream(labels).filter(label -> label != LabeledTokens.IGNORED).toArray();
  }
}
