package org.openr1.eval;

import java.util.SortedMap;

/**
 * The figures of one model on one split, as {@code results.json} holds them; rates are fractions.
 *
 * @param stage the stage that made the model
 * @param split which problems, {@code test} or {@code validation}
 * @param problems how many
 * @param samples per problem
 * @param passAt1 mean over problems of the share of right samples
 * @param ci95 95 % interval of {@code passAt1}
 * @param greedy share of problems right at temperature 0
 * @param consAt16 share of problems whose majority answer is right
 * @param passAt16 share of problems with at least one right sample (unbiased estimate)
 * @param meanTokens mean completion length in tokens at the sampling temperature
 * @param languageConsistency mean share of words in the question's language
 * @param formatRate share of samples in the strict format
 * @param byDifficulty level to pass@1
 * @param reflectionRate share of samples that hold a reflective word (claim C4)
 * @param truncatedRate share of samples that ran into the length limit
 */
public record EvaluationResult(
    String stage,
    String split,
    int problems,
    int samples,
    double passAt1,
    Interval ci95,
    double greedy,
    double consAt16,
    double passAt16,
    double meanTokens,
    double languageConsistency,
    double formatRate,
    SortedMap<Integer, Double> byDifficulty,
    double reflectionRate,
    double truncatedRate) {}
