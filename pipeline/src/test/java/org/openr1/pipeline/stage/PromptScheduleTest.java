package org.openr1.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openr1.reward.RewardRow;

class PromptScheduleTest {
  private static List<TrainingPrompt> prompts(String domain, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new TrainingPrompt(domain + i, "q", Map.of(RewardRow.DOMAIN, domain)))
        .toList();
  }

  @Test
  void everyEpochAsksEveryProblemOnceInItsOwnOrder() {
    PromptSchedule schedule = new PromptSchedule(prompts("math", 6), List.of(), 3, 0, 0, 7);
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (int generation = 0; generation < 2; generation++) {
      schedule.at(generation).forEach(prompt -> first.add(prompt.id()));
      schedule.at(generation + 2).forEach(prompt -> second.add(prompt.id()));
    }
    assertThat(first).doesNotHaveDuplicates().hasSize(6).isNotEqualTo(second);
    assertThat(second).containsExactlyInAnyOrderElementsOf(first);
  }

  @Test
  void generalPromptsJoinInTheLastPartOnly() {
    PromptSchedule schedule =
        new PromptSchedule(prompts("math", 40), prompts("general", 4), 8, 3, 2, 7);
    List<Long> general =
        IntStream.range(0, 5)
            .mapToObj(g -> schedule.at(g).stream().filter(TrainingPrompt::isGeneral).count())
            .toList();
    assertThat(general).containsExactly(0L, 0L, 0L, 2L, 2L);
    assertThat(schedule.at(4)).hasSize(8);
    List<String> reasoning =
        IntStream.range(0, 5)
            .boxed()
            .flatMap(g -> schedule.at(g).stream())
            .filter(prompt -> !prompt.isGeneral())
            .map(TrainingPrompt::id)
            .toList();
    assertThat(reasoning).hasSize(36).doesNotHaveDuplicates();
  }

  @Test
  void aGenerationDependsOnItsNumberOnly() {
    PromptSchedule schedule =
        new PromptSchedule(prompts("math", 10), prompts("general", 4), 4, 1, 1, 3);
    List<TrainingPrompt> later = schedule.at(5);
    schedule.at(0);
    assertThat(schedule.at(5)).isEqualTo(later);
  }
}
