package org.openr1.data.generator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openr1.data.procedural.Split;

/**
 * Which problems to generate.
 *
 * @param generators names of generators or of domains, see {@link Generators#named}
 * @param levels difficulties, 1 to 5
 * @param count total number, spread evenly over generators and levels
 * @param split part of all problems: the parts have none in common, whatever the seeds
 */
public record GeneratorRequest(
    List<String> generators, List<Integer> levels, int count, long seed, Split split) {
  public GeneratorRequest {
    generators = List.copyOf(generators);
    levels = List.copyOf(levels);
    if (generators.isEmpty() || levels.isEmpty()) {
      throw new IllegalArgumentException(
          "generators and levels must be given but are " + generators + " and " + levels);
    }
    if (Set.copyOf(levels).size() != levels.size()) {
      throw new IllegalArgumentException("levels must be given once each but are " + levels);
    }
    for (int level : levels) {
      if (level < ProblemGenerator.MIN_LEVEL || level > ProblemGenerator.MAX_LEVEL) {
        throw new IllegalArgumentException(
            "levels must lie between %d and %d, not %d"
                .formatted(ProblemGenerator.MIN_LEVEL, ProblemGenerator.MAX_LEVEL, level));
      }
    }
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1 but is " + count);
    }
    generators.forEach(Generators::named);
  }

  /** The generators, each once. */
  List<ProblemGenerator> chosen() {
    Set<ProblemGenerator> chosen = new LinkedHashSet<>();
    generators.forEach(name -> chosen.addAll(Generators.named(name)));
    return List.copyOf(chosen);
  }
}
