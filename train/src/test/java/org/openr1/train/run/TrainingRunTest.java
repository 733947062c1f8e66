package org.openr1.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TrainingRunTest {
  @TempDir Path directory;

  private List<Long> steps(String file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    return Files.readAllLines(directory.resolve(file)).stream()
        .map(line -> json.readTree(line).path("step").asLong())
        .toList();
  }

  private List<byte[]> eventPayloads() throws IOException {
    List<Path> files;
    try (var found = Files.newDirectoryStream(directory, "events.out.tfevents.*")) {
      files = new ArrayList<>();
      found.forEach(files::add);
    }
    assertThat(files).hasSize(1);
    ByteBuffer content =
        ByteBuffer.wrap(Files.readAllBytes(files.getFirst())).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> payloads = new ArrayList<>();
    while (content.hasRemaining()) {
      byte[] header = new byte[8];
      content.get(header);
      assertThat(content.getInt()).isEqualTo(masked(header));
      byte[] payload =
          new byte[(int) ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      content.get(payload);
      assertThat(content.getInt()).isEqualTo(masked(payload));
      payloads.add(payload);
    }
    return payloads;
  }

  private static int masked(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    int value = (int) checksum.getValue();
    return Integer.rotateRight(value, 15) + 0xa282ead8;
  }

  @Test
  void resumingDropsWhatCameAfterTheCheckpointAndATornRow() throws IOException {
    try (TrainingRun run = new TrainingRun(directory, 1)) {
      StepLog samples = run.log("samples.jsonl");
      for (long step = 1; step <= 5; step++) {
        run.metrics(step, Map.of("loss", 1.0 / step));
        samples.append(step, Map.of("text", "a"));
        samples.append(step, Map.of("text", "b"));
        if (step == 3) {
          run.checkpoint(step, Map.of(), target -> {});
        }
      }
    }
    Files.writeString(
        directory.resolve("metrics.jsonl"), "{\"step\":6,\"lo", StandardOpenOption.APPEND);
    try (TrainingRun run = new TrainingRun(directory, 1)) {
      assertThat(run.step()).isEqualTo(3);
      run.log("samples.jsonl");
      run.metrics(4, Map.of("loss", 0.25));
    }
    assertThat(steps("metrics.jsonl")).containsExactly(1L, 2L, 3L, 4L);
    assertThat(steps("samples.jsonl")).containsExactly(1L, 1L, 2L, 2L, 3L, 3L);
    assertThat(eventPayloads()).hasSize(5);
  }

  @Test
  void withoutACheckpointEverythingStartsAnew() throws IOException {
    try (TrainingRun run = new TrainingRun(directory, 1)) {
      run.metrics(1, Map.of("loss", 2.0));
    }
    try (TrainingRun run = new TrainingRun(directory, 1)) {
      assertThat(run.resumePoint()).isEmpty();
    }
    assertThat(steps("metrics.jsonl")).isEmpty();
  }

  @Test
  void eventsHoldTagStepAndValue() throws IOException {
    try (TrainingRun run = new TrainingRun(directory, 1)) {
      run.metrics(300, Map.of("train/loss", 0.5));
    }
    byte[] payload = eventPayloads().getLast();
    String latin = new String(payload, StandardCharsets.ISO_8859_1);
    // step 300 as a varint in field 2, the tag in field 1, the value 0.5f in field 2 (wire type 5)
    assertThat(latin).contains("\20\254\2");
    assertThat(latin).contains("\n\ntrain/loss\25\0\0\0\77");
  }

  @Test
  void aValueThatIsNotFiniteIsNullInTheMetrics() throws IOException {
    try (TrainingRun run = new TrainingRun(directory, 1)) {
      run.metrics(1, Map.of("loss", Double.NaN));
    }
    assertThat(Files.readString(directory.resolve("metrics.jsonl"))).contains("\"loss\":null");
  }
}
