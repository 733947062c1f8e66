package org.openr1.reward.user;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRegistry;

/**
 * Every reward function that a recipe can name: the built-in ones, {@code command}, and those of
 * jars. Functions of jars have a limit of time for a call, the parameter {@code time_limit} in
 * seconds (0 for none).
 */
public final class RewardCatalog implements AutoCloseable {
  /** The name of {@link CommandReward}. */
  public static final String COMMAND = "command";

  /** The parameter that every function of a jar has. */
  public static final String TIME_LIMIT = "time_limit";

  private static final String DEFAULT_TIME_LIMIT = "60";

  private final RewardJars jars;

  private RewardCatalog(RewardJars jars) {
    this.jars = jars;
  }

  /** Without jars. */
  public static RewardCatalog builtIn() {
    return load(List.of());
  }

  /**
   * With the functions of jars.
   *
   * @throws RewardJarException for a jar that cannot be used
   */
  public static RewardCatalog load(List<Path> jars) {
    return new RewardCatalog(RewardJars.load(jars, reserved()));
  }

  private static Set<String> reserved() {
    Set<String> names = new HashSet<>(RewardRegistry.names());
    names.add(COMMAND);
    return names;
  }

  /** Whether the name is of a function that needs no jar. */
  public static boolean isBuiltIn(String name) {
    return reserved().contains(name);
  }

  /** All names, in alphabetical order. */
  public List<String> names() {
    Set<String> names = new TreeSet<>(reserved());
    names.addAll(jars.providers().keySet());
    return List.copyOf(names);
  }

  /**
   * A function.
   *
   * @throws IllegalArgumentException for a name, parameter or value there is not, naming those
   *     there are
   */
  public GuardedReward create(String name, Map<String, String> parameters) {
    if (name.equals(COMMAND)) {
      return new GuardedReward(CommandReward.of(parameters));
    }
    RewardProvider provider = jars.providers().get(name);
    if (provider != null) {
      return create(name, provider, parameters);
    }
    if (!isBuiltIn(name)) {
      throw new IllegalArgumentException(
          "no reward function '%s'; there are: %s; reward_jars brings others"
              .formatted(name, String.join(", ", names())));
    }
    return RewardRegistry.byName(name, parameters);
  }

  private static GuardedReward create(
      String name, RewardProvider provider, Map<String, String> parameters) {
    Map<String, String> own = new TreeMap<>(parameters);
    String limit = own.remove(TIME_LIMIT);
    Optional<Duration> time =
        Seconds.parse(name + ": " + TIME_LIMIT, limit == null ? DEFAULT_TIME_LIMIT : limit);
    RewardFunction function;
    try {
      function = provider.create(Map.copyOf(own));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalArgumentException(name + " cannot be created: " + e, e);
    }
    if (function == null) {
      throw new IllegalArgumentException(name + " cannot be created: its provider gave null");
    }
    return time.isPresent() ? new GuardedReward(function, time.get()) : new GuardedReward(function);
  }

  /** The parameters of a function and what they mean, one line each. */
  public List<String> parameters(String name) {
    if (isBuiltIn(name) && !name.equals(COMMAND)) {
      return RewardRegistry.parameters(name);
    }
    Map<String, String> all = new TreeMap<>();
    RewardProvider provider = jars.providers().get(name);
    if (name.equals(COMMAND)) {
      all.putAll(CommandOptions.PARAMETERS);
    } else if (provider != null) {
      all.putAll(provider.parameters());
      all.put(TIME_LIMIT, "seconds for one call (" + DEFAULT_TIME_LIMIT + "), 0 for no limit");
    }
    List<String> lines = new ArrayList<>();
    all.forEach((parameter, meaning) -> lines.add(parameter + ": " + meaning));
    return lines;
  }

  /** Closes the jars; their functions must not be called any more. */
  @Override
  public void close() {
    jars.close();
  }
}
