package org.openr1.eval;

import java.util.Optional;

/**
 * One judged answer.
 *
 * @param text the completion
 * @param answer what was extracted, empty when nothing was found
 * @param right whether it matches the reference
 * @param strictFormat whether the completion has the strict think/answer format
 * @param languageConsistency share of words in the question's language, 0 to 1
 * @param reflective whether it holds a reflective word
 * @param tokens length in tokens
 * @param truncated whether it ran into the length limit
 */
public record ScoredSample(
    String text,
    Optional<String> answer,
    boolean right,
    boolean strictFormat,
    double languageConsistency,
    boolean reflective,
    int tokens,
    boolean truncated) {}
