package org.openr1.data.card;

/**
 * A split of a configuration.
 *
 * @param pathPattern of its files, relative to the card
 */
public record CardSplit(String name, String pathPattern, long rows) {}
