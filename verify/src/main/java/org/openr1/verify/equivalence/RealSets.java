package org.openr1.verify.equivalence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.equivalence.RealSet.Piece;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Constant;
import org.openr1.verify.number.Work;

/** Unions, intersections and comparisons of sets of real numbers with constant ends. */
final class RealSets {
  private static final int MAX_PIECES = 200;
  private static final Expression MINUS_INFINITY = Expression.negative(Constant.INFINITY);
  static final RealSet ALL =
      new RealSet(List.of(new Piece(MINUS_INFINITY, false, Constant.INFINITY, false)));
  private final Scalars scalars;
  private final Work work;

  RealSets(Scalars scalars, Work work) {
    this.scalars = scalars;
    this.work = work;
  }

  /** An order that is not known: the ends are no real constants. */
  private static final class Unordered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unordered() {
      super("order not known", null, false, false);
    }
  }

  static RealSet above(Expression low, boolean closed) {
    return new RealSet(List.of(new Piece(low, closed, Constant.INFINITY, false)));
  }

  static RealSet below(Expression high, boolean closed) {
    return new RealSet(List.of(new Piece(MINUS_INFINITY, false, high, closed)));
  }

  static RealSet point(Expression value) {
    return new RealSet(List.of(new Piece(value, true, value, true)));
  }

  /** The interval between two ends; null when they are not ordered or not known to be. */
  @Nullable RealSet interval(
      Expression low, Expression high, boolean lowClosed, boolean highClosed) {
    try {
      int order = order(low, high);
      if (order > 0) {
        return null;
      }
      if (order == 0) {
        return lowClosed && highClosed ? point(low) : RealSet.EMPTY;
      }
      boolean lowOpen = !lowClosed || Scalars.infinity(low) != 0;
      boolean highOpen = !highClosed || Scalars.infinity(high) != 0;
      return new RealSet(List.of(new Piece(low, !lowOpen, high, !highOpen)));
    } catch (Unordered unordered) {
      return null;
    }
  }

  @Nullable RealSet union(RealSet left, RealSet right) {
    List<Piece> all = new ArrayList<>(left.pieces());
    all.addAll(right.pieces());
    if (all.size() > MAX_PIECES) {
      return null;
    }
    try {
      all.sort((a, b) -> orderOfStarts(a, b));
      List<Piece> merged = new ArrayList<>();
      for (Piece piece : all) {
        Piece last = merged.isEmpty() ? null : merged.getLast();
        if (last != null && touches(last, piece)) {
          merged.set(merged.size() - 1, joined(last, piece));
        } else {
          merged.add(piece);
        }
      }
      return new RealSet(merged);
    } catch (Unordered unordered) {
      return null;
    }
  }

  private int orderOfStarts(Piece a, Piece b) {
    int order = order(a.low(), b.low());
    return order != 0 ? order : Boolean.compare(b.lowClosed(), a.lowClosed());
  }

  private boolean touches(Piece left, Piece right) {
    int order = order(left.high(), right.low());
    return order > 0 || (order == 0 && (left.highClosed() || right.lowClosed()));
  }

  private Piece joined(Piece left, Piece right) {
    int order = order(left.high(), right.high());
    Piece farther = order >= 0 ? left : right;
    boolean closed = order == 0 ? left.highClosed() || right.highClosed() : farther.highClosed();
    return new Piece(left.low(), left.lowClosed(), farther.high(), closed);
  }

  @Nullable RealSet intersection(RealSet left, RealSet right) {
    try {
      RealSet result = RealSet.EMPTY;
      for (Piece a : left.pieces()) {
        for (Piece b : right.pieces()) {
          Piece low = startsLater(a, b);
          Piece high = endsEarlier(a, b);
          RealSet piece = interval(low.low(), high.high(), low.lowClosed(), high.highClosed());
          RealSet union = union(result, piece == null ? RealSet.EMPTY : piece);
          if (union == null) {
            return null;
          }
          result = union;
        }
      }
      return result;
    } catch (Unordered unordered) {
      return null;
    }
  }

  private Piece startsLater(Piece a, Piece b) {
    int order = order(a.low(), b.low());
    return order > 0 || (order == 0 && !a.lowClosed()) ? a : b;
  }

  private Piece endsEarlier(Piece a, Piece b) {
    int order = order(a.high(), b.high());
    return order < 0 || (order == 0 && !a.highClosed()) ? a : b;
  }

  RealSet complement(RealSet set) {
    List<Piece> gaps = new ArrayList<>();
    Expression low = MINUS_INFINITY;
    boolean closed = false;
    for (Piece piece : set.pieces()) {
      if (Scalars.infinity(piece.low()) == 0) {
        gaps.add(new Piece(low, closed, piece.low(), !piece.lowClosed()));
      }
      low = piece.high();
      closed = !piece.highClosed();
    }
    if (Scalars.infinity(low) != 1) {
      gaps.add(new Piece(low, closed && Scalars.infinity(low) == 0, Constant.INFINITY, false));
    }
    return new RealSet(gaps);
  }

  /** Piece by piece. */
  boolean same(RealSet gold, RealSet answer) {
    if (gold.pieces().size() != answer.pieces().size()) {
      return false;
    }
    for (int i = 0; i < gold.pieces().size(); i++) {
      Piece a = gold.pieces().get(i);
      Piece b = answer.pieces().get(i);
      if (a.lowClosed() != b.lowClosed()
          || a.highClosed() != b.highClosed()
          || !scalars.same(a.low(), b.low())
          || !scalars.same(a.high(), b.high())) {
        return false;
      }
    }
    return true;
  }

  private int order(Expression left, Expression right) {
    work.spend(1);
    int leftInfinite = Scalars.infinity(left);
    int rightInfinite = Scalars.infinity(right);
    if (leftInfinite != 0 || rightInfinite != 0) {
      return Integer.compare(leftInfinite, rightInfinite);
    }
    if (left.equals(right)) {
      return 0;
    }
    Integer sign = scalars.sign(Expression.difference(left, right));
    if (sign != null) {
      return sign;
    }
    if (scalars.same(left, right)) {
      return 0;
    }
    throw new Unordered();
  }
}
