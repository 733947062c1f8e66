package org.openr1.train.grpo;

/**
 * How a run ended, with its compute over all of its processes.
 *
 * @param step optimiser steps done
 * @param finished whether that is all of them
 * @param sampledTokens tokens sampled
 * @param forwardTokens tokens that went through a forward pass, sampling apart
 * @param backwardTokens tokens that went through a backward pass
 * @param skippedSteps steps left out because loss or gradient was not finite
 */
public record GrpoResult(
    long step,
    boolean finished,
    long sampledTokens,
    long forwardTokens,
    long backwardTokens,
    int skippedSteps) {}
