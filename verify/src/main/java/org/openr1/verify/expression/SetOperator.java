package org.openr1.verify.expression;

/** What is done with sets. */
public enum SetOperator {
  UNION,
  INTERSECTION,
  DIFFERENCE
}
