package org.openr1.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import tools.jackson.databind.JsonNode;

class ScheduleTest {
  @TestFactory
  Stream<DynamicTest> ratesAreThoseOfTransformers() {
    return GoldenFiles.tests(
        Root.GOLDEN,
        "train/optim",
        "schedules*.jsonl",
        file -> {
          for (JsonNode row : GoldenFiles.jsonLines(file)) {
            ScheduleOptions options =
                new ScheduleOptions(
                    row.path("lr_scheduler_type").asString(),
                    row.path("warmup").asDouble(),
                    arguments(row.path("lr_scheduler_kwargs")));
            long steps = row.path("num_training_steps").asLong();
            LearningRateSchedule schedule =
                options.schedule(row.path("learning_rate").asDouble(), steps);
            String id = row.path("id").asString();
            assertThat(options.resolvedWarmup(steps))
                .as(id)
                .isEqualTo(row.path("warmup_steps_resolved").asLong());
            JsonNode rates = row.path("lr_per_step");
            for (int step = 0; step < rates.size(); step++) {
              double expected = rates.get(step).asDouble();
              assertThat(schedule.at(step))
                  .as(id + " step " + step)
                  .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
            }
          }
        });
  }

  private static Map<String, Object> arguments(JsonNode given) {
    Map<String, Object> arguments = new HashMap<>();
    given
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              arguments.put(entry.getKey(), value.isNumber() ? value.asDouble() : value.asString());
            });
    return arguments;
  }

  @TestFactory
  Stream<DynamicTest> stepCountsAreThoseOfTransformers() {
    return GoldenFiles.tests(
        Root.GOLDEN,
        "train/optim",
        "step_counts*.jsonl",
        file -> {
          for (JsonNode row : GoldenFiles.jsonLines(file)) {
            assertThat(
                    StepCounts.of(
                        row.path("rows").asLong(),
                        row.path("per_device_batch").asInt(),
                        row.path("gradient_accumulation_steps").asInt(),
                        row.path("num_train_epochs").asDouble()))
                .isEqualTo(
                    new StepCounts(
                        row.path("batches_per_epoch").asLong(),
                        row.path("updates_per_epoch").asLong(),
                        row.path("epochs").asLong(),
                        row.path("max_steps").asLong()));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> decayGroupsAreThoseOfTransformers() {
    return GoldenFiles.tests(
        Root.GOLDEN,
        "train/optim",
        "decay_groups*.json",
        file ->
            GoldenFiles.json(file)
                .properties()
                .forEach(
                    model -> {
                      model
                          .getValue()
                          .path("decayed")
                          .forEach(
                              name ->
                                  assertThat(DecayGroups.isDecayed(name.asString()))
                                      .as(name.asString())
                                      .isTrue());
                      model
                          .getValue()
                          .path("not_decayed")
                          .forEach(
                              name ->
                                  assertThat(DecayGroups.isDecayed(name.asString()))
                                      .as(name.asString())
                                      .isFalse());
                    }));
  }

  @Test
  void warmupStartsAtZeroAndReachesThePeak() {
    LearningRateSchedule schedule = ScheduleOptions.of("cosine", 0.25).schedule(1e-3, 8);
    assertThat(schedule.at(0)).isZero();
    assertThat(schedule.at(2)).isEqualTo(1e-3);
    assertThat(schedule.at(8)).isCloseTo(0, within(1e-18));
  }

  @Test
  void stablePartLastsUntilTheDecay() {
    ScheduleOptions options =
        new ScheduleOptions(
            "warmup_stable_decay",
            10,
            Map.of("num_decay_steps", 0.3, "decay_type", "linear", "min_lr_ratio", 0.05));
    LearningRateSchedule schedule = options.schedule(2e-3, 100);
    assertThat(schedule.at(10)).isEqualTo(2e-3);
    assertThat(schedule.at(70)).isEqualTo(2e-3);
    assertThat(schedule.at(85)).isCloseTo(2e-3 * 0.525, within(1e-12));
    assertThat(schedule.at(100)).isCloseTo(1e-4, within(1e-12));
  }

  @Test
  void unknownTypesAndArgumentsAreNamed() {
    assertThatThrownBy(() -> ScheduleOptions.of("cosin", 0)).hasMessageContaining("cosin");
    assertThatThrownBy(
            () -> new ScheduleOptions("cosine", 0, Map.of("min_lr_rate", 0.1)).schedule(1e-3, 10))
        .hasMessageContaining("min_lr_rate");
    assertThatThrownBy(() -> ScheduleOptions.of("cosine_with_min_lr", 0).schedule(1e-3, 10))
        .hasMessageContaining("min_lr");
  }
}
