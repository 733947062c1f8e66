package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.model.safetensors.SafetensorsFile;
import org.openr1.model.safetensors.TensorInfo;
import tools.jackson.databind.JsonNode;

/** The transforms against transformers' own logits processors. */
class SamplingTransformsGoldenTest {
  private static final String FOLDER = "train/optim";

  @TestFactory
  Stream<DynamicTest> equalTheReference() {
    List<JsonNode> cases;
    Path file = GoldenFiles.Root.GOLDEN.path().resolve(FOLDER).resolve("sampling.jsonl");
    if (!file.toFile().exists()) {
      return Stream.of(
          dynamicTest(
              FOLDER,
              () -> GoldenFiles.require(GoldenFiles.Root.GOLDEN, FOLDER + "/sampling.jsonl")));
    }
    cases = GoldenFiles.jsonLines(file);
    return cases.stream()
        .map(
            line ->
                dynamicTest(
                    line.get("id").asString() + " " + line.get("note").asString(),
                    () -> compare(line, file.resolveSibling("sampling.safetensors"))));
  }

  private static void compare(JsonNode line, Path tensors) {
    SamplingParameters parameters =
        SamplingParameters.sampling(1, 0)
            .withTemperature(line.get("temperature").asDouble())
            .withFilters(
                line.get("top_k").asInt(),
                line.get("top_p").asDouble(),
                line.get("min_p").isNull() ? 0 : line.get("min_p").asDouble())
            .withRepetitionPenalty(line.get("repetition_penalty").asDouble());
    boolean ties = line.get("ties").asBoolean();
    String id = line.get("id").asString();
    try (SafetensorsFile file = SafetensorsFile.open(tensors)) {
      float[] logits = floats(file, id + ".logits");
      long[] inputIds = longs(file, id + ".input_ids");
      long[] mask = longs(file, id + ".attention_mask");
      float[] processed = floats(file, id + ".processed");
      float[] probabilities = floats(file, id + ".probs");
      int rows = line.get("kept").size();
      int vocabulary = logits.length / rows;
      int length = inputIds.length / rows;
      for (int row = 0; row < rows; row++) {
        BitSet seen = new BitSet();
        for (int i = row * length; i < (row + 1) * length; i++) {
          if (mask[i] != 0) {
            seen.set((int) inputIds[i]);
          }
        }
        float[] actual = Arrays.copyOfRange(logits, row * vocabulary, (row + 1) * vocabulary);
        LogitsTransforms.apply(actual, parameters, seen);
        float[] expected = Arrays.copyOfRange(processed, row * vocabulary, (row + 1) * vocabulary);
        float[] expectedProbabilities =
            Arrays.copyOfRange(probabilities, row * vocabulary, (row + 1) * vocabulary);
        float[] actualProbabilities = LogitsTransforms.softmax(actual);
        int kept = 0;
        for (float value : actual) {
          kept += value > Float.NEGATIVE_INFINITY ? 1 : 0;
        }
        assertThat(kept).as("kept in row %d", row).isEqualTo(line.get("kept").get(row).asInt());
        if (ties) {
          Arrays.sort(actual);
          Arrays.sort(expected);
          Arrays.sort(actualProbabilities);
          Arrays.sort(expectedProbabilities);
        }
        for (int i = 0; i < vocabulary; i++) {
          if (expected[i] == Float.NEGATIVE_INFINITY) {
            assertThat(actual[i]).as("row %d token %d", row, i).isEqualTo(expected[i]);
          } else {
            assertThat(actual[i])
                .as("row %d token %d", row, i)
                .isCloseTo(expected[i], within(1e-6f));
          }
          assertThat(actualProbabilities[i])
              .as("probability in row %d of token %d", row, i)
              .isCloseTo(expectedProbabilities[i], within(1e-6f));
        }
      }
    }
  }

  /** Read as bytes, for the reader of weights refuses the infinities that are meant here. */
  private static float[] floats(SafetensorsFile file, String name) {
    float[] result = new float[(int) file.info(name).elements()];
    bytes(file, name).asFloatBuffer().get(result);
    return result;
  }

  private static long[] longs(SafetensorsFile file, String name) {
    long[] result = new long[(int) file.info(name).elements()];
    bytes(file, name).asLongBuffer().get(result);
    return result;
  }

  private static ByteBuffer bytes(SafetensorsFile file, String name) {
    TensorInfo info = file.info(name);
    try (FileChannel channel = FileChannel.open(file.path())) {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, info.offset(), info.bytes())
          .order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
