package org.openr1.train.sft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.train.run.ConfigChecks;

/** Which tokens of a row are targets, and how long a row may be (spec 3.3, steps 4 to 6). */
public final class Labels {
  private Labels() {}

  /**
   * Labels by masks: the id where every mask that applies is 1, else {@link LabeledTokens#IGNORED}.
   *
   * @param completionMask 1 where the token belongs to the completion; null = no such mask
   * @param assistantMask 1 where the assistant wrote the token; applies whenever it is there
   * @param completionOnly whether the completion mask applies
   */
  public static int[] of(
      int[] inputIds,
      int @Nullable [] completionMask,
      int @Nullable [] assistantMask,
      boolean completionOnly) {
    int[] labels = inputIds.clone();
    if (completionOnly && completionMask != null) {
      apply(labels, completionMask, "completion");
    }
    if (assistantMask != null) {
      apply(labels, assistantMask, "assistant");
    }
    return labels;
  }

  private static void apply(int[] labels, int[] mask, String name) {
    if (mask.length != labels.length) {
      throw new IllegalArgumentException(
          "the %s mask has %d entries for %d tokens".formatted(name, mask.length, labels.length));
    }
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] == 0) {
        labels[i] = LabeledTokens.IGNORED;
      }
    }
  }

  /** Which end of a row that is too long stays. */
  public enum TruncationMode {
    KEEP_START,
    KEEP_END;

    /** The mode of TRL's name. */
    public static TruncationMode byName(String name) {
      return switch (name) {
        case "keep_start" -> KEEP_START;
        case "keep_end" -> KEEP_END;
        default ->
            throw new IllegalArgumentException(
                "truncation_mode " + name + " is none of keep_start, keep_end");
      };
    }
  }

  /** Cuts rows to {@code maxLength} tokens, then drops those without any target. */
  public static List<LabeledTokens> truncate(
      List<LabeledTokens> rows, int maxLength, TruncationMode mode) {
    ConfigChecks.atLeast("max_length", maxLength, 1);
    List<LabeledTokens> kept = new ArrayList<>();
    for (LabeledTokens row : rows) {
      int excess = Math.max(0, row.length() - maxLength);
      LabeledTokens cut =
          switch (mode) {
            case KEEP_START -> row.slice(0, row.length() - excess);
            case KEEP_END -> row.slice(excess, row.length());
          };
      if (!cut.isFullyIgnored()) {
        kept.add(cut);
      }
    }
    return kept;
  }

  /**
   * Where the completion starts: the length of the common beginning of both id lists. It is the
   * prompt's length unless the tokenizer merges over the border.
   */
  public static int completionStart(int[] promptIds, int[] promptCompletionIds) {
    int mismatch = Arrays.mismatch(promptIds, promptCompletionIds);
    return mismatch < 0 ? promptIds.length : mismatch;
  }

  /** 0 for the common beginning of prompt and prompt + completion, then 1 (Appendix C, 3.3). */
  public static int[] completionMask(int[] promptIds, int[] promptCompletionIds) {
    int[] mask = new int[promptCompletionIds.length];
    Arrays.fill(mask, completionStart(promptIds, promptCompletionIds), mask.length, 1);
    return mask;
  }
}
