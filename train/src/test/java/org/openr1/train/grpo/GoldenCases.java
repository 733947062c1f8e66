package org.openr1.train.grpo;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.openr1.model.GoldenFiles;
import tools.jackson.databind.JsonNode;

/** One dynamic test per line of the JSON Lines files of a golden folder. */
final class GoldenCases {
  private GoldenCases() {}

  /** All files of the folder that match {@code glob}; the test gets the line and its file. */
  static Stream<DynamicTest> lines(String folder, String glob, BiConsumer<JsonNode, Path> test) {
    Path path = GoldenFiles.Root.GOLDEN.path().resolve(folder);
    if (!Files.isDirectory(path)) {
      return Stream.of(
          dynamicTest(folder, () -> GoldenFiles.require(GoldenFiles.Root.GOLDEN, folder)));
    }
    List<Path> files = GoldenFiles.cases(GoldenFiles.Root.GOLDEN, folder, glob);
    return files.stream()
        .flatMap(
            file ->
                GoldenFiles.jsonLines(file).stream()
                    .map(
                        line ->
                            dynamicTest(
                                line.path("id").asString(file.getFileName().toString()),
                                () -> test.accept(line, file))));
  }

  /** The tensors beside a JSON Lines file. */
  static GoldenTensors tensorsOf(Path file) {
    String name = file.getFileName().toString();
    return GoldenTensors.open(file.resolveSibling(name.replaceAll("\\.jsonl$", ".safetensors")));
  }

  static int[] ints(JsonNode array) {
    return array.valueStream().mapToInt(JsonNode::asInt).toArray();
  }
}
