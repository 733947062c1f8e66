package org.openr1.model.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import org.openr1.model.tokenizer.Encoding;
import org.openr1.model.tokenizer.Tokenizer;
import tools.jackson.databind.JsonNode;

/** Token masks of rendered conversations with the real tokenizers. */
final class AssistantMaskGoldenTest {
  private static final String FOLDER = "chat_template";

  @TestFactory
  Stream<DynamicTest> marksTheTokensThatTransformersMarks() {
    return GoldenFiles.tests(Root.GOLDEN, FOLDER, "token_masks*.jsonl", file -> {})
        .flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(DynamicTest found) {
    if (!found.getDisplayName().endsWith(".jsonl")) {
      return Stream.of(found);
    }
    Path folder = Root.GOLDEN.path().resolve(FOLDER);
    JsonNode conversations = GoldenFiles.json(folder.resolve("conversations.json"));
    return GoldenFiles.jsonLines(folder.resolve(found.getDisplayName())).stream()
        .map(
            row ->
                dynamicTest(
                    String.join(
                        " ",
                        row.path("tokenizer").asString(),
                        row.path("template").asString(),
                        row.path("conversation").asString()),
                    () -> check(folder, row, conversations)));
  }

  private static void check(Path folder, JsonNode row, JsonNode conversations) throws IOException {
    Path model = GoldenFiles.require(Root.MODELS, row.path("tokenizer").asString());
    GoldenFiles.require(Root.MODELS, row.path("tokenizer").asString() + "/tokenizer.json");
    String source =
        Files.readString(folder.resolve("templates").resolve(row.path("template").asString()));
    JsonNode messages = conversations.path(row.path("conversation").asString());
    ChatCase wanted = ChatCase.of(row, "mask", source, messages, row.path("tools"));
    try (Tokenizer tokenizer = Tokenizer.load(model)) {
      RenderedChat chat =
          ChatTemplate.of(source, specialTokens(model))
              .renderWithSpans(wanted.messages(), wanted.options());
      assertThat(chat.text()).isEqualTo(row.path("text").asString());
      Encoding encoding = tokenizer.encodeWithOffsets(chat.text());
      assertThat(encoding.ids()).containsExactly(ints(row.path("input_ids")));
      boolean[] mask = AssistantMask.of(chat, encoding);
      int[] marked = new int[mask.length];
      List<Integer> own = new ArrayList<>();
      for (int i = 0; i < mask.length; i++) {
        marked[i] = mask[i] ? 1 : 0;
        if (mask[i]) {
          own.add(encoding.ids()[i]);
        }
      }
      assertThat(marked).containsExactly(ints(row.path("assistant_masks")));
      int[] ownIds = own.stream().mapToInt(Integer::intValue).toArray();
      assertThat(tokenizer.decode(ownIds, false)).isEqualTo(row.path("assistant_text").asString());
    }
  }

  private static Map<String, String> specialTokens(Path model) {
    Path config = model.resolve("tokenizer_config.json");
    return Files.exists(config)
        ? ChatTemplateFiles.specialTokens(model, GoldenFiles.json(config))
        : Map.of();
  }

  private static int[] ints(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.path(i).asInt();
    }
    return values;
  }
}
