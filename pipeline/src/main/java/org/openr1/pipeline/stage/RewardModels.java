package org.openr1.pipeline.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.reward.WeightedReward;

/** The models behind a recipe's {@link ModelReward}s. One platform thread owns them. */
final class RewardModels implements AutoCloseable {
  private final List<PreferenceModel> models = new ArrayList<>();
  private final List<WeightedReward> rewards = new ArrayList<>();

  private RewardModels() {}

  /**
   * Loads them.
   *
   * @param folders of the models, in the order of the rewards
   */
  static RewardModels load(
      List<ModelReward> named, List<Path> folders, Precision precision, Device device) {
    RewardModels loaded = new RewardModels();
    try {
      for (int i = 0; i < named.size(); i++) {
        PreferenceModel model = PreferenceModel.load(folders.get(i), precision, device);
        loaded.models.add(model);
        loaded.rewards.add(
            new WeightedReward(
                new PreferenceReward(model, named.get(i).judged()), named.get(i).weight()));
      }
      return loaded;
    } catch (RuntimeException e) {
      loaded.close();
      throw e;
    }
  }

  List<WeightedReward> rewards() {
    return Collections.unmodifiableList(rewards);
  }

  @Override
  public void close() {
    models.forEach(PreferenceModel::close);
  }
}
