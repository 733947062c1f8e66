package org.openr1.train.grpo;

import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands between two optimiser steps.
 *
 * @param step optimiser steps done
 * @param tokensSeen the metric num_tokens
 * @param pending the generation that is not used up yet, null if the next step generates
 */
public record LearnerState(int step, long tokensSeen, @Nullable PreparedGeneration pending) {}
