package org.openr1.reward;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reward functions by the names that recipes use, each behind a {@link GuardedReward}. The
 * functions come from the {@link RewardFamily families} on the class path; docs/rewards.md lists
 * those of this project with their parameters.
 */
public final class RewardRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(RewardRegistry.class);
  private static final SortedMap<String, RewardFactory> FACTORIES =
      merged(ServiceLoader.load(RewardFamily.class, RewardRegistry.class.getClassLoader()));

  private RewardRegistry() {}

  private static SortedMap<String, RewardFactory> merged(Iterable<RewardFamily> families) {
    SortedMap<String, RewardFactory> all = new TreeMap<>();
    for (RewardFamily family : families) {
      family
          .factories()
          .forEach(
              (name, factory) -> {
                if (all.put(name, factory) != null) {
                  throw new IllegalStateException(
                      "%s has a reward '%s', but there is one of that name already"
                          .formatted(family.getClass().getName(), name));
                }
              });
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /** The names there are, in alphabetical order. */
  public static List<String> names() {
    return List.copyOf(FACTORIES.keySet());
  }

  /**
   * The function of that name.
   *
   * @param parameters values by name; numbers, booleans or text
   * @throws IllegalArgumentException for a name, parameter or value there is not, naming those
   *     there are
   */
  public static GuardedReward byName(String name, Map<String, ?> parameters) {
    Parameters given = new Parameters(name, parameters);
    RewardFunction function = factory(name).create(given);
    given.refuseOthers();
    return new GuardedReward(function);
  }

  private static RewardFactory factory(String name) {
    RewardFactory factory = FACTORIES.get(name);
    if (factory == null) {
      throw new IllegalArgumentException(
          "no reward function '" + name + "'; there are: " + String.join(", ", FACTORIES.keySet()));
    }
    return factory;
  }

  /**
   * The parameters of the function of that name, one line each: the name, what it takes and, in
   * brackets, its default.
   *
   * @throws IllegalArgumentException for a name there is not
   */
  public static List<String> parameters(String name) {
    Parameters asked = new Parameters(name, Map.of());
    try {
      factory(name).create(asked).close();
    } catch (IllegalArgumentException | IllegalStateException e) {
      // It lacks a parameter that has no default, or what runs programs: it has asked all the same.
      LOG.debug("{} is described without being made", name, e);
    }
    return asked.described();
  }

  /** The function of that name with default parameters. */
  public static GuardedReward byName(String name) {
    return byName(name, Map.of());
  }
}
