package org.openr1.data.curation.filter;

/** Counts the tokens of a text; thread-safe. */
@FunctionalInterface
public interface TokenCounter {
  int count(String text);
}
