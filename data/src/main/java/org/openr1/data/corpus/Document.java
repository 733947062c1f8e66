package org.openr1.data.corpus;

/**
 * One document of the corpus.
 *
 * @param index its place in the stream
 * @param kind {@code guess, last_step, work, checked_work} or {@code general}
 * @param domain the domain of its problem or the kind of its instruction
 * @param language ISO 639-1 code of the prompt's language
 */
public record Document(
    long index, String kind, String domain, String language, String prompt, String response) {}
