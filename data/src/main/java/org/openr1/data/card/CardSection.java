package org.openr1.data.card;

/** A section of a card below its title. */
public record CardSection(String title, String markdown) {}
