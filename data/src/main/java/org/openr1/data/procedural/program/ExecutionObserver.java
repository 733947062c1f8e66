package org.openr1.data.procedural.program;

import java.util.SortedMap;

/** Watches a program run and may replace what a step computes, to model slips. */
public interface ExecutionObserver {
  /** Lets everything happen as computed. */
  ExecutionObserver NONE = new ExecutionObserver() {};

  /**
   * Called when an assignment has been computed.
   *
   * @param values variables before it takes effect
   * @param result the digit computed
   * @return the digit to store
   */
  default int assigned(
      Statement.Assign statement, SortedMap<Character, Integer> values, int result) {
    return result;
  }

  /**
   * Called when a condition has been computed.
   *
   * @return whether to run the body
   */
  default boolean decided(Statement.If statement, int left, int right, boolean result) {
    return result;
  }

  /** Called before each round of a repeat, with the round's number from 1. */
  default void round(Statement.Repeat statement, int number) {}
}
