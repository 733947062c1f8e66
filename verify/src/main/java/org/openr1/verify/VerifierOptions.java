package org.openr1.verify;

import java.util.Objects;
import org.openr1.verify.equivalence.Strictness;
import org.openr1.verify.extraction.ExtractionPolicy;

/** How answers are found and compared, and how much work a call may do. */
public record VerifierOptions(
    ExtractionPolicy gold, ExtractionPolicy answer, Strictness strictness, Limits limits) {

  /** As Math-Verify's {@code parse} and {@code verify} without options. */
  public static final VerifierOptions DEFAULT =
      new VerifierOptions(
          ExtractionPolicy.GOLD, ExtractionPolicy.DEFAULT, Strictness.DEFAULT, Limits.DEFAULT);

  /** As open-r1's accuracy reward. */
  public static final VerifierOptions OPEN_R1 =
      new VerifierOptions(
          ExtractionPolicy.GOLD, ExtractionPolicy.OPEN_R1, Strictness.DEFAULT, Limits.DEFAULT);

  public VerifierOptions {
    Objects.requireNonNull(gold, "gold");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(strictness, "strictness");
    Objects.requireNonNull(limits, "limits");
  }
}
