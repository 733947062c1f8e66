package org.openr1.data.generator.logic;

/**
 * A clue about things in a row of houses; things are numbered over all kinds.
 *
 * @param other another thing, or a house (from 0) for {@link Relation#AT}
 */
record ZebraClue(Relation relation, int one, int other) {
  enum Relation {
    AT,
    SAME_HOUSE,
    NEXT_TO,
    DIRECTLY_LEFT_OF,
    LEFT_OF
  }

  /** Whether it is true of these houses of the things. */
  boolean holds(int[] house) {
    int first = house[one];
    return switch (relation) {
      case AT -> first == other;
      case SAME_HOUSE -> first == house[other];
      case NEXT_TO -> Math.abs(first - house[other]) == 1;
      case DIRECTLY_LEFT_OF -> first + 1 == house[other];
      case LEFT_OF -> first < house[other];
    };
  }

  /** Takes houses away in which the two things cannot be; bit h stands for house h. */
  void narrow(int[] possible) {
    int first = possible[one];
    if (relation == Relation.AT) {
      possible[one] = first & 1 << other;
      return;
    }
    int second = possible[other];
    int firstToo =
        switch (relation) {
          case AT, SAME_HOUSE -> second;
          case NEXT_TO -> second << 1 | second >> 1;
          case DIRECTLY_LEFT_OF -> second >> 1;
          case LEFT_OF -> Integer.highestOneBit(second) - 1;
        };
    int secondToo =
        switch (relation) {
          case AT, SAME_HOUSE -> first;
          case NEXT_TO -> first << 1 | first >> 1;
          case DIRECTLY_LEFT_OF -> first << 1;
          case LEFT_OF -> -(Integer.lowestOneBit(first) << 1);
        };
    possible[one] = first & firstToo;
    possible[other] = second & secondToo;
  }
}
