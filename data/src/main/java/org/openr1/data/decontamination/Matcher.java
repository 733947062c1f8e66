package org.openr1.data.decontamination;

import java.util.List;
import java.util.Optional;

/** One method over all benchmarks; thread-safe. */
interface Matcher {
  /** One hit for each benchmark that the text overlaps with, in their order. */
  List<Hit> check(String text);

  /** The first overlap found, with no more than it takes to say so. */
  Optional<Hit> first(String text);

  boolean isContaminated(String text);

  /** For each benchmark whether the text overlaps with it. */
  boolean[] flags(String text);

  /** Benchmark rows that some text can overlap with. */
  int comparableRows();
}
