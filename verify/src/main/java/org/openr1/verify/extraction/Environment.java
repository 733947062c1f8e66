package org.openr1.verify.extraction;

/**
 * A LaTeX environment of running text.
 *
 * @param start first character of the opening delimiter
 * @param contentStart behind the opening delimiter
 * @param contentEnd first character of the closing delimiter
 * @param end behind the closing delimiter
 */
record Environment(int start, int contentStart, int contentEnd, int end) {}
