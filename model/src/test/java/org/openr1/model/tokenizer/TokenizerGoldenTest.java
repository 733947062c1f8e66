package org.openr1.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import tools.jackson.databind.JsonNode;

/** Ids, decodings and offsets against the Python tokenizers library. */
class TokenizerGoldenTest {
  @TestFactory
  Stream<DynamicTest> agreesWithTheReferenceOnEveryString() {
    return GoldenFiles.tests(
        Root.GOLDEN, "model/tokenizer", "*.jsonl*", TokenizerGoldenTest::check);
  }

  private static void check(Path file) {
    String name = file.getFileName().toString().replaceAll("\\.jsonl(\\.gz)?$", "");
    GoldenFiles.require(Root.MODELS, name + "/tokenizer.json");
    List<JsonNode> rows = GoldenFiles.jsonLines(file);
    assertThat(rows).isNotEmpty();
    try (Tokenizer tokenizer = Tokenizer.load(Root.MODELS.path().resolve(name))) {
      SoftAssertions softly = new SoftAssertions();
      List<String> texts = new ArrayList<>();
      List<int[]> expected = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        String text = row.get("text").asString();
        int[] ids = ints(row.get("ids"));
        int[] special = ints(row.get("ids_special"));
        String where = name + " row " + i + " (" + row.get("category").asString() + ")";
        softly.assertThat(tokenizer.encode(text)).as(where + " ids").isEqualTo(ids);
        softly.assertThat(tokenizer.encode(text, true)).as(where).isEqualTo(special);
        String decoded = row.get("decoded").asString();
        String skipped = row.get("decoded_skip").asString();
        softly.assertThat(tokenizer.decode(special, false)).as(where).isEqualTo(decoded);
        softly.assertThat(tokenizer.decode(special, true)).as(where).isEqualTo(skipped);
        softly.assertThat(streamed(tokenizer, special, false)).as(where).isEqualTo(decoded);
        softly.assertThat(streamed(tokenizer, special, true)).as(where).isEqualTo(skipped);
        if (row.get("offsets").isArray()) {
          checkOffsets(softly, where, tokenizer.encodeWithOffsets(text), text, row.get("offsets"));
        }
        texts.add(text);
        expected.add(ids);
      }
      softly.assertAll();
      List<int[]> batch = tokenizer.encodeAll(texts, false);
      assertThat(batch).usingRecursiveComparison().isEqualTo(expected);
    }
  }

  private static void checkOffsets(
      SoftAssertions softly, String where, Encoding encoding, String text, JsonNode offsets) {
    softly.assertThat(encoding.length()).as(where).isEqualTo(offsets.size());
    for (int t = 0; t < Math.min(encoding.length(), offsets.size()); t++) {
      int start = text.codePointCount(0, encoding.starts()[t]);
      int end = text.codePointCount(0, encoding.ends()[t]);
      softly
          .assertThat(new int[] {start, end})
          .as(where + " offsets of token " + t)
          .isEqualTo(ints(offsets.get(t)));
    }
  }

  private static String streamed(Tokenizer tokenizer, int[] ids, boolean skipSpecial) {
    StreamingDecoder decoder = tokenizer.streamingDecoder(skipSpecial);
    StringBuilder text = new StringBuilder();
    for (int id : ids) {
      text.append(decoder.add(id));
    }
    return text.append(decoder.flush()).toString();
  }

  private static int[] ints(JsonNode array) {
    return array.valueStream().mapToInt(JsonNode::asInt).toArray();
  }
}
