package org.openr1.model.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Deals work out to workers. */
public final class EvenShares {
  private EvenShares() {}

  /**
   * Gives each item in turn to the worker with the least load so far, the first of them where
   * several have it.
   *
   * @param count workers, at least 1
   * @return one list for each worker; some may be empty
   */
  public static <T> List<List<T>> deal(List<T> items, int count, ToLongFunction<T> load) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1 but is " + count);
    }
    List<List<T>> shares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shares.add(new ArrayList<>());
    }
    long[] loads = new long[count];
    for (T item : items) {
      int lightest = 0;
      for (int i = 1; i < count; i++) {
        lightest = loads[i] < loads[lightest] ? i : lightest;
      }
      shares.get(lightest).add(item);
      loads[lightest] += load.applyAsLong(item);
    }
    return shares;
  }
}
