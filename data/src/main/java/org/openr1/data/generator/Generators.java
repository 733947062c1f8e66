package org.openr1.data.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** All generators there are. */
public final class Generators {
  private static final List<ProblemGenerator> ALL = load();

  private Generators() {}

  private static List<ProblemGenerator> load() {
    List<ProblemGenerator> all = new ArrayList<>();
    ServiceLoader.load(GeneratorFamily.class, Generators.class.getClassLoader())
        .forEach(family -> all.addAll(family.generators()));
    return List.copyOf(all);
  }

  /** All of them, in a fixed order. */
  public static List<ProblemGenerator> all() {
    return ALL;
  }

  /**
   * The generators of that name, or all of that domain.
   *
   * @throws IllegalArgumentException naming those there are
   */
  public static List<ProblemGenerator> named(String nameOrDomain) {
    List<ProblemGenerator> found =
        ALL.stream()
            .filter(g -> g.name().equals(nameOrDomain) || g.domain().equals(nameOrDomain))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no generator and no domain '%s'; domains: %s; generators: %s"
              .formatted(
                  nameOrDomain,
                  ALL.stream()
                      .map(ProblemGenerator::domain)
                      .distinct()
                      .sorted()
                      .collect(Collectors.joining(", ")),
                  ALL.stream().map(ProblemGenerator::name).collect(Collectors.joining(", "))));
    }
    return found;
  }
}
