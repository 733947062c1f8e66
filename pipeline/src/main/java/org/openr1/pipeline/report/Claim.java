package org.openr1.pipeline.report;

/**
 * A claim of the DeepSeek-R1 paper against what this run measured.
 *
 * @param id C1 to C12, numbered as in the project's list of claims
 * @param statement the claim in one line
 * @param paper the paper's own figures
 * @param measured what this run measured, with its interval
 * @param verdict by {@code rule}
 * @param rule when the claim counts as shown
 */
public record Claim(
    String id, String statement, String paper, String measured, Verdict verdict, String rule) {

  /** Whether the run supports the claim. */
  public enum Verdict {
    SHOWN("shown"),
    NOT_SHOWN("not shown"),
    NOT_TESTED("not tested");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** The verdict as words. */
    public String words() {
      return words;
    }

    static Verdict of(boolean shown) {
      return shown ? SHOWN : NOT_SHOWN;
    }
  }
}
