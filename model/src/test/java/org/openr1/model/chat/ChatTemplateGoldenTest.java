package org.openr1.model.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import tools.jackson.databind.JsonNode;

/** Renders every case as transformers did; one test for each template. */
final class ChatTemplateGoldenTest {
  private static final String FOLDER = "chat_template";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final Map<String, String> SPECIAL_TOKENS =
      Map.of(
          "bos_token", "<BOS>", "eos_token", "<EOS>", "pad_token", "<PAD>", "unk_token", "<UNK>");

  @TestFactory
  Stream<DynamicTest> rendersAsTransformersDoes() {
    return GoldenFiles.tests(Root.GOLDEN, FOLDER, "cases*.jsonl", file -> {}).flatMap(this::tests);
  }

  /** The tests of one file: its cases by template, or the skipped test itself. */
  private Stream<DynamicTest> tests(DynamicTest found) {
    if (!found.getDisplayName().endsWith(".jsonl")) {
      return Stream.of(found);
    }
    Path folder = Root.GOLDEN.path().resolve(FOLDER);
    JsonNode conversations = GoldenFiles.json(folder.resolve("conversations.json"));
    JsonNode tools = GoldenFiles.json(folder.resolve("tools.json"));
    Map<String, List<ChatCase>> groups = new LinkedHashMap<>();
    for (JsonNode row : GoldenFiles.jsonLines(folder.resolve(found.getDisplayName()))) {
      String template = row.path("template").asString("inline templates");
      String source =
          row.has("source")
              ? row.path("source").stringValue()
              : read(folder.resolve("templates").resolve(template));
      JsonNode messages =
          row.has("messages")
              ? row.path("messages")
              : conversations.path(row.path("conversation").asString());
      ChatCase each =
          ChatCase.of(
              row,
              row.path("name").asString(),
              source,
              messages,
              tools.path(row.path("tools").asString("")));
      groups.computeIfAbsent(template, name -> new ArrayList<>()).add(each);
    }
    assertThat(groups).isNotEmpty();
    return groups.entrySet().stream()
        .map(
            group ->
                dynamicTest(
                    "%s: %d cases".formatted(group.getKey(), group.getValue().size()),
                    () -> group.getValue().forEach(each -> each.check(SPECIAL_TOKENS, CLOCK))));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
