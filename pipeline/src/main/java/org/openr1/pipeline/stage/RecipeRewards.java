package org.openr1.pipeline.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openr1.pipeline.recipe.Origin;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.reward.WeightedReward;
import org.openr1.reward.user.RewardCatalog;

/** The reward functions that a recipe names, with the processes and jars behind them. */
final class RecipeRewards implements AutoCloseable {
  private final RewardCatalog catalog;
  private final List<WeightedReward> rewards = new ArrayList<>();

  private RecipeRewards(RewardCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Looks at what can be looked at without jars.
   *
   * @param hasJars whether jars may bring names that are not known yet
   * @throws IllegalArgumentException for a name, parameter or value there is not
   */
  static void check(List<NamedReward> named, boolean hasJars) {
    try (RewardCatalog catalog = RewardCatalog.builtIn()) {
      named.forEach(ModelReward::of);
      for (NamedReward reward : ModelReward.others(named)) {
        if (!hasJars || RewardCatalog.isBuiltIn(reward.name())) {
          reward.create(catalog).function().close();
        }
      }
    }
  }

  /**
   * Makes all functions but those that a {@link ModelReward model} gives.
   *
   * @param origin named in the message when that fails
   * @throws RecipeException for a jar that cannot be used, or a name, parameter or value there is
   *     not
   */
  static RecipeRewards open(List<NamedReward> named, List<Path> jars, Origin origin) {
    RecipeRewards opened = null;
    try {
      opened = new RecipeRewards(RewardCatalog.load(jars));
      for (NamedReward reward : ModelReward.others(named)) {
        opened.rewards.add(reward.create(opened.catalog));
      }
      return opened;
    } catch (IllegalArgumentException e) {
      if (opened != null) {
        opened.close();
      }
      throw new RecipeException(origin + ": rewards: " + e.getMessage(), e);
    }
  }

  List<WeightedReward> rewards() {
    return Collections.unmodifiableList(rewards);
  }

  @Override
  public void close() {
    rewards.forEach(reward -> reward.function().close());
    catalog.close();
  }
}
