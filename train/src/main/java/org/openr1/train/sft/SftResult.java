package org.openr1.train.sft;

/**
 * How a run ended.
 *
 * @param steps optimiser steps done, also by earlier processes
 * @param finished false when a stop was asked for before the end
 * @param tokens tokens that went through the model, forward and backward
 * @param targets tokens of these with a loss
 * @param skippedSteps steps whose loss or gradient was not finite
 */
public record SftResult(
    long steps, boolean finished, long tokens, long targets, int skippedSteps) {}
