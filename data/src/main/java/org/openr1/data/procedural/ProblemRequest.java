package org.openr1.data.procedural;

import java.util.List;
import java.util.Set;
import org.openr1.verify.language.TinyLanguage;

/**
 * Which problems to generate.
 *
 * @param count total number, spread evenly over domains, levels and languages
 */
public record ProblemRequest(
    List<Domain> domains,
    List<Integer> levels,
    List<TinyLanguage> languages,
    int count,
    long seed,
    Split split) {
  public ProblemRequest {
    domains = unique("domains", domains);
    levels = unique("levels", levels);
    languages = unique("languages", languages);
    for (int level : levels) {
      if (level < Domain.MIN_LEVEL || level > Domain.MAX_LEVEL) {
        throw new IllegalArgumentException(
            "level %d is not between %d and %d"
                .formatted(level, Domain.MIN_LEVEL, Domain.MAX_LEVEL));
      }
    }
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1 but is " + count);
    }
  }

  /** Problems of all domains, levels and languages. */
  public static ProblemRequest everything(int count, long seed, Split split) {
    return new ProblemRequest(
        List.of(Domain.values()),
        List.of(1, 2, 3, 4, 5, 6),
        List.of(TinyLanguage.values()),
        count,
        seed,
        split);
  }

  private static <T> List<T> unique(String name, List<T> values) {
    if (values.isEmpty() || Set.copyOf(values).size() != values.size()) {
      throw new IllegalArgumentException(name + " must be given, each once, but are " + values);
    }
    return List.copyOf(values);
  }
}
