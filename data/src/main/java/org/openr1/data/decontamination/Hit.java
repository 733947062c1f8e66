package org.openr1.data.decontamination;

import java.util.List;

/**
 * What a text has in common with one benchmark.
 *
 * @param benchmark its name
 * @param rowIds rows the text overlaps with, in the order they were added
 * @param evidence the first in the order of code points: of the common n-grams; of the common
 *     shingles with the most similar row; the whole normalised text for an exact match
 * @param matches number of different common n-grams; of common shingles with the most similar row;
 *     1 for an exact match
 * @param similarity share of the text's different n-grams that are in the benchmark; share of the
 *     most similar row's shingles that are in the text; 1 for an exact match
 */
public record Hit(
    String benchmark, List<String> rowIds, String evidence, int matches, double similarity) {
  /** Copies the list. */
  public Hit {
    rowIds = List.copyOf(rowIds);
  }
}
