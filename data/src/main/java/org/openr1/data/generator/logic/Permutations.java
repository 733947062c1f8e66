package org.openr1.data.generator.logic;

import java.util.ArrayList;
import java.util.List;

/** All orders of a few things. */
final class Permutations {
  private Permutations() {}

  /** The orders of 0 to n-1, in lexicographic order; the place of a thing is its index. */
  static List<List<Integer>> of(int n) {
    List<List<Integer>> orders = new ArrayList<>();
    extend(new ArrayList<>(), n, orders);
    return List.copyOf(orders);
  }

  private static void extend(List<Integer> begun, int n, List<List<Integer>> orders) {
    if (begun.size() == n) {
      orders.add(List.copyOf(begun));
      return;
    }
    for (int next = 0; next < n; next++) {
      if (!begun.contains(next)) {
        begun.add(next);
        extend(begun, n, orders);
        begun.removeLast();
      }
    }
  }
}
