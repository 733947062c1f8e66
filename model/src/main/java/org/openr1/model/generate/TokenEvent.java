package org.openr1.model.generate;

/**
 * One sampled token of a running sequence.
 *
 * @param requestId the request
 * @param sampleIndex which of its samples
 * @param position index of the token in the completion, from 0
 * @param tokenId the token
 * @param logprob its log-probability in the distribution it was drawn from
 * @param drawDistance how far the draw lay from choosing a neighbouring token: in probability, or
 *     in logits for greedy choice
 * @param text text that became certain with this token, often empty inside a character or while it
 *     may still grow into a stop string
 */
public record TokenEvent(
    String requestId,
    int sampleIndex,
    int position,
    int tokenId,
    float logprob,
    double drawDistance,
    String text) {}
