package org.openr1.pipeline.stage;

import java.util.ArrayList;
import java.util.List;
import org.openr1.train.run.RandomStreams;

/**
 * Which prompts each generation asks: reasoning prompts in a new order every epoch, and from some
 * generation on a share of general ones. A function of the generation's number only, so that a
 * resumed run asks the same.
 */
final class PromptSchedule {
  private final List<TrainingPrompt> reasoning;
  private final List<TrainingPrompt> general;
  private final int promptsPerGeneration;
  private final int generalFrom;
  private final int generalPerGeneration;
  private final long seed;

  /**
   * @param generalFrom first generation (from 0) with general prompts
   * @param generalPerGeneration how many of them a generation then has
   */
  PromptSchedule(
      List<TrainingPrompt> reasoning,
      List<TrainingPrompt> general,
      int promptsPerGeneration,
      int generalFrom,
      int generalPerGeneration,
      long seed) {
    if (reasoning.isEmpty()) {
      throw new IllegalArgumentException("there are no problems to train on");
    }
    if (generalPerGeneration < 0
        || generalPerGeneration > promptsPerGeneration
        || (generalPerGeneration > 0 && general.isEmpty())) {
      throw new IllegalArgumentException(
          generalPerGeneration
              + " general prompts of "
              + promptsPerGeneration
              + " from "
              + general.size()
              + " cannot be drawn");
    }
    this.reasoning = List.copyOf(reasoning);
    this.general = List.copyOf(general);
    this.promptsPerGeneration = promptsPerGeneration;
    this.generalFrom = generalFrom;
    this.generalPerGeneration = generalPerGeneration;
    this.seed = seed;
  }

  /** The prompts of a generation, counted from 0. */
  List<TrainingPrompt> at(int generation) {
    int late = Math.max(0, generation - generalFrom);
    int generalNow = generation >= generalFrom ? generalPerGeneration : 0;
    long generalBefore = (long) late * generalPerGeneration;
    long reasoningBefore = (long) generation * promptsPerGeneration - generalBefore;
    List<TrainingPrompt> prompts =
        new ArrayList<>(
            take(reasoning, "reasoning", reasoningBefore, promptsPerGeneration - generalNow));
    prompts.addAll(take(general, "general", generalBefore, generalNow));
    return prompts;
  }

  private List<TrainingPrompt> take(
      List<TrainingPrompt> from, String stream, long start, int count) {
    List<TrainingPrompt> taken = new ArrayList<>();
    long orderOf = -1;
    int[] order = {};
    for (long place = start; place < start + count; place++) {
      long epoch = place / from.size();
      if (epoch != orderOf) {
        order =
            RandomStreams.permutation(
                from.size(), RandomStreams.of(seed, "prompts/" + stream, epoch));
        orderOf = epoch;
      }
      taken.add(from.get(order[(int) (place % from.size())]));
    }
    return taken;
  }
}
