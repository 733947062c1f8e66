package org.openr1.model.jinja;

/**
 * Bounds of one rendering.
 *
 * @param maxDepth nested macro calls and recursive loops
 * @param maxWork evaluated nodes plus produced characters
 * @param maxCharacters length of the output and of any single value
 */
public record TemplateLimits(int maxDepth, long maxWork, long maxCharacters) {
  /** Far above what any chat template needs, far below what hurts. */
  public static final TemplateLimits DEFAULT = new TemplateLimits(100, 100_000_000, 50_000_000);

  public TemplateLimits {
    if (maxDepth < 1 || maxWork < 1 || maxCharacters < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: " + maxDepth + ", " + maxWork + ", " + maxCharacters);
    }
  }
}
