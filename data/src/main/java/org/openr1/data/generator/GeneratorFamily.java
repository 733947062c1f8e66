package org.openr1.data.generator;

import java.util.List;

/** Generators that belong together; families are found through {@link java.util.ServiceLoader}. */
public interface GeneratorFamily {
  /** The generators, in the order in which they are listed. */
  List<ProblemGenerator> generators();
}
