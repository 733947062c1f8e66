package org.openr1.verify.equivalence;

import java.util.List;
import org.openr1.verify.expression.Expression;

/**
 * A set of real numbers as intervals from left to right that do not touch.
 *
 * @param pieces points are intervals of one value, closed on both sides
 */
record RealSet(List<Piece> pieces) {
  static final RealSet EMPTY = new RealSet(List.of());

  /** An interval; its ends are constants, infinite ones open. */
  record Piece(Expression low, boolean lowClosed, Expression high, boolean highClosed) {}
}
