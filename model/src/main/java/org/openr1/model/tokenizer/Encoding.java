package org.openr1.model.tokenizer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Token ids with the part of the text each token covers.
 *
 * <p>Token {@code i} covers {@code text.substring(starts[i], ends[i])} (UTF-16 indices). Tokens
 * that share one character through its bytes repeat that character's span; tokens that stand for
 * nothing in the text, such as an added beginning-of-sequence token, have an empty span.
 *
 * @param ids token ids [n]
 * @param starts first character of each token [n]
 * @param ends character after the last one of each token [n]
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below compare the content
public record Encoding(int[] ids, int[] starts, int[] ends) {
  /** Checks that the arrays have one length. */
  public Encoding {
    if (starts.length != ids.length || ends.length != ids.length) {
      throw new IllegalArgumentException(
          ids.length + " ids, " + starts.length + " starts, " + ends.length + " ends");
    }
  }

  /** Number of tokens. */
  public int length() {
    return ids.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Encoding that
        && Arrays.equals(ids, that.ids)
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(ends, that.ends);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(ids) + Arrays.hashCode(starts)) + Arrays.hashCode(ends);
  }

  @Override
  public String toString() {
    return "Encoding[ids=%s, starts=%s, ends=%s]"
        .formatted(Arrays.toString(ids), Arrays.toString(starts), Arrays.toString(ends));
  }
}
