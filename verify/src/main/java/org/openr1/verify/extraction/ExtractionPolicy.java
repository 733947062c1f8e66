package org.openr1.verify.extraction;

/**
 * Where answers are looked for; the meaning of the options is that of Math-Verify's extraction
 * configurations.
 *
 * @param latex whether LaTeX environments and boxes count
 * @param expressions whether plain numbers and expressions of running text count
 * @param strings whether plain words count ("The answer is even")
 * @param boxedFirst whether a box comes before every other mark (Math-Verify's boxed_match_priority
 *     0); otherwise "final answer is ... I hope" comes before it
 * @param anchorsRequired whether an answer must be marked: a LaTeX environment or number anywhere
 *     in the text does not count
 * @param anyMatch whether, when the strongest candidate cannot be parsed, the next one is tried;
 *     otherwise only the first is
 * @param whole whether a text without any mark or LaTeX delimiter may be the answer as a whole, as
 *     golds of data sets are
 */
public record ExtractionPolicy(
    boolean latex,
    boolean expressions,
    boolean strings,
    boolean boxedFirst,
    boolean anchorsRequired,
    boolean anyMatch,
    boolean whole) {

  /** For the gold answers of data sets: everything counts, also the whole text. */
  public static final ExtractionPolicy GOLD =
      new ExtractionPolicy(true, true, true, false, false, true, true);

  /** For completions as Math-Verify's {@code parse} without options reads them. */
  public static final ExtractionPolicy DEFAULT =
      new ExtractionPolicy(true, true, true, false, false, true, true);

  /** For completions as open-r1's accuracy reward reads them: marked LaTeX only, box first. */
  public static final ExtractionPolicy OPEN_R1 =
      new ExtractionPolicy(true, false, false, true, true, false, false);
}
