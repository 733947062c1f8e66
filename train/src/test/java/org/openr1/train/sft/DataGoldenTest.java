package org.openr1.train.sft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import tools.jackson.databind.JsonNode;

/** Labels, packing and collation against TRL. */
class DataGoldenTest {
  private static Stream<DynamicTest> lines(String glob, ThrowingConsumer<JsonNode> test) {
    return GoldenFiles.tests(
        Root.GOLDEN,
        "train/sft",
        glob,
        file -> {
          for (JsonNode row : GoldenFiles.jsonLines(file)) {
            try {
              test.accept(row);
            } catch (AssertionError e) {
              throw new AssertionError(row.path("id").asString() + ": " + e.getMessage(), e);
            }
          }
        });
  }

  private static int[] ints(JsonNode array) {
    return array.valueStream().mapToInt(JsonNode::asInt).toArray();
  }

  private static int @Nullable [] row(JsonNode columns, String name, int index) {
    return columns.has(name) ? ints(columns.path(name).get(index)) : null;
  }

  @TestFactory
  Stream<DynamicTest> labels() {
    return lines(
        "labels*.jsonl",
        golden -> {
          Map<String, Object> options = new HashMap<>(Map.of("shuffle_dataset", false));
          golden.path("options").properties().forEach(o -> options.put(o.getKey(), o.getValue()));
          SftConfig config = SftConfig.of(options);
          JsonNode input = golden.path("input");
          List<LabeledTokens> rows = new ArrayList<>();
          for (int i = 0; i < input.path("input_ids").size(); i++) {
            int[] ids = ints(input.path("input_ids").get(i));
            int[] given = row(input, "labels", i);
            rows.add(
                LabeledTokens.of(
                    ids,
                    given != null
                        ? given
                        : Labels.of(
                            ids,
                            row(input, "completion_mask", i),
                            row(input, "assistant_masks", i),
                            Boolean.TRUE.equals(config.completionOnlyLoss()))));
          }
          List<LabeledTokens> prepared = RowPreparation.prepare(rows, config);
          JsonNode expected = golden.path("expected");
          assertThat(prepared).hasSize(expected.size());
          for (int i = 0; i < prepared.size(); i++) {
            LabeledTokens row = prepared.get(i);
            assertThat(row.inputIds()).containsExactly(ints(expected.get(i).path("input_ids")));
            assertThat(row.labels()).containsExactly(ints(expected.get(i).path("labels")));
            if (expected.get(i).has("seq_lengths")) {
              assertThat(row.sequenceLengths())
                  .containsExactly(ints(expected.get(i).path("seq_lengths")));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> completionPrefix() {
    return lines(
        "completion_prefix*.jsonl",
        golden -> {
          int[] prompt = ints(golden.path("prompt_ids"));
          int[] both = ints(golden.path("prompt_completion_ids"));
          int start = Labels.completionStart(prompt, both);
          assertThat(start).isEqualTo(golden.path("common_prefix_length").asInt());
          assertThat(Labels.completionMask(prompt, both))
              .containsExactly(ints(golden.path("completion_mask")));
          assertThat(start < prompt.length).isEqualTo(golden.path("warns").asBoolean());
        });
  }

  @TestFactory
  Stream<DynamicTest> packing() {
    return lines(
        "packing*.jsonl",
        golden -> {
          List<LabeledTokens> rows = new ArrayList<>();
          int next = 0;
          for (int length : ints(golden.path("lengths"))) {
            int[] ids = IntStream.range(next, next + length).toArray();
            rows.add(LabeledTokens.of(ids, ids.clone()));
            next += length;
          }
          List<LabeledTokens> packed =
              PackingStrategy.byName(golden.path("strategy").asString())
                  .pack(rows, golden.path("max_length").asInt());
          JsonNode expected = golden.path("expected");
          assertThat(packed).hasSize(expected.size());
          for (int i = 0; i < packed.size(); i++) {
            LabeledTokens block = packed.get(i);
            JsonNode wanted = expected.get(i);
            assertThat(block.labels()).containsExactly(block.inputIds());
            if (wanted.has("input_ids")) {
              assertThat(block.inputIds()).containsExactly(ints(wanted.path("input_ids")));
            } else {
              assertThat(block.length()).isEqualTo(wanted.path("n").asInt());
              assertThat(block.inputIds()[0]).isEqualTo(wanted.path("first").asInt());
              long checksum = 0;
              for (int k = 0; k < block.length(); k++) {
                checksum += (k + 1L) * block.inputIds()[k];
              }
              assertThat(checksum % 1_000_003).isEqualTo(wanted.path("checksum").asLong());
            }
            if (wanted.path("seq_lengths").isArray()) {
              assertThat(block.sequenceLengths()).containsExactly(ints(wanted.path("seq_lengths")));
            } else {
              assertThat(block.sequenceLengths()).containsExactly(block.length());
            }
            if (wanted.path("position_ids").isArray()) {
              assertThat(FlattenedBatch.of(List.of(block)).positionIds())
                  .containsExactly(ints(wanted.path("position_ids")));
            }
          }
        });
  }

  /**
   * TRL's padded batches become flattened ones here: row after row without the padding, and the
   * first token of a sequence is no target (it never is one after the shift).
   */
  @TestFactory
  Stream<DynamicTest> collation() {
    return lines(
        "collate*.jsonl",
        golden -> {
          List<LabeledTokens> rows = new ArrayList<>();
          for (JsonNode example : golden.path("examples")) {
            int[] ids = ints(example.path("input_ids"));
            int[] labels = example.has("labels") ? ints(example.path("labels")) : ids.clone();
            rows.add(
                example.has("seq_lengths")
                    ? new LabeledTokens(ids, labels, ints(example.path("seq_lengths")))
                    : LabeledTokens.of(ids, labels));
          }
          FlattenedBatch batch = FlattenedBatch.of(rows);
          JsonNode expected = golden.path("expected");
          boolean flattened = golden.path("options").path("padding_free").asBoolean(false);
          if (flattened) {
            batch = batch.paddedTo(golden.path("options").path("pad_to_multiple_of").asInt(1), 0);
            assertThat(batch.inputIds()).containsExactly(ints(expected.path("input_ids").get(0)));
            assertThat(batch.labels()).containsExactly(ints(expected.path("labels").get(0)));
            assertThat(batch.positionIds())
                .containsExactly(ints(expected.path("position_ids").get(0)));
            int[] borders = ints(expected.path("cu_seq_lens_q"));
            assertThat(batch.sequenceLengths())
                .containsExactly(
                    IntStream.range(1, borders.length)
                        .map(i -> borders[i] - borders[i - 1])
                        .toArray());
            assertThat(Arrays.stream(batch.sequenceLengths()).max().orElseThrow())
                .isEqualTo(expected.path("max_length_q").asInt());
          } else {
            List<Integer> ids = new ArrayList<>();
            List<Integer> labels = new ArrayList<>();
            for (int r = 0; r < expected.path("input_ids").size(); r++) {
              JsonNode mask = expected.path("attention_mask").get(r);
              for (int i = 0; i < mask.size() && mask.get(i).asInt() == 1; i++) {
                ids.add(expected.path("input_ids").get(r).get(i).asInt());
                labels.add(expected.path("labels").get(r).get(i).asInt());
              }
            }
            int at = 0;
            for (int length : batch.sequenceLengths()) {
              labels.set(at, LabeledTokens.IGNORED);
              at += length;
            }
            assertThat(batch.inputIds())
                .containsExactly(ids.stream().mapToInt(Integer::intValue).toArray());
            assertThat(batch.labels())
                .containsExactly(labels.stream().mapToInt(Integer::intValue).toArray());
          }
        });
  }
}
