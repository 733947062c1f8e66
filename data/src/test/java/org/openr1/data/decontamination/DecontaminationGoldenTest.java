package org.openr1.data.decontamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** open-r1's own flags over whole data sets. */
class DecontaminationGoldenTest {
  private static final Map<String, String> FILES =
      Map.of(
          "math_500", "math500/test.jsonl",
          "aime_2024", "aime24/test.jsonl",
          "gsm8k_test", "gsm8k/test.jsonl");

  private static JsonNode golden() {
    return SharedFiles.golden("reward/decontaminate.json.gz");
  }

  @TestFactory
  Stream<DynamicTest> everyRowIsFlaggedAsByOpenR1WithTheSameEvidence() {
    return StreamSupport.stream(golden().get("cases").spliterator(), false)
        .map(
            kase ->
                dynamicTest(
                    kase.get("train").asString() + " n=" + kase.get("ngram").asInt(),
                    () -> compare(kase)));
  }

  private static void compare(JsonNode kase) {
    BenchmarkIndex.Builder builder =
        BenchmarkIndex.builder(DecontaminationMethod.ngrams(kase.get("ngram").asInt()));
    JsonNode flagged = kase.get("flagged");
    for (String name : flagged.propertyNames()) {
      int row = 0;
      for (JsonNode problem : SharedFiles.data(Objects.requireNonNull(FILES.get(name)))) {
        String field = problem.has("problem") ? "problem" : "question";
        builder.add(name, Integer.toString(row++), problem.get(field).asString());
      }
    }
    BenchmarkIndex index = builder.build();
    Map<String, Map<String, Hit>> found = new HashMap<>();
    List<JsonNode> train = SharedFiles.data(kase.get("train").asString());
    assertThat(train).hasSize(kase.get("train_rows").asInt());
    int kept = 0;
    for (int i = 0; i < train.size(); i++) {
      JsonNode row = train.get(i);
      String id = row.has("id") ? row.get("id").asString() : "gsm8k-train-" + i;
      String text = row.get(kase.get("text_field").asString()).asString();
      List<Hit> hits = index.check(text);
      hits.forEach(
          hit -> found.computeIfAbsent(hit.benchmark(), n -> new HashMap<>()).put(id, hit));
      kept += hits.isEmpty() ? 1 : 0;
      assertThat(index.isContaminated(text)).isEqualTo(!hits.isEmpty());
      assertThat(index.first(text).isPresent()).isEqualTo(!hits.isEmpty());
      boolean[] flags = index.flags(text);
      for (int b = 0; b < flags.length; b++) {
        String name = index.benchmarks().get(b);
        assertThat(flags[b]).isEqualTo(hits.stream().anyMatch(h -> h.benchmark().equals(name)));
      }
    }
    assertThat(kept).isEqualTo(kase.get("kept").asInt());
    for (String name : flagged.propertyNames()) {
      Map<String, Hit> hits = found.getOrDefault(name, Map.of());
      assertThat(hits).hasSize(flagged.get(name).size());
      for (JsonNode expected : flagged.get(name)) {
        Hit hit =
            Objects.requireNonNull(hits.get(expected.get("id").asString()), expected::toString);
        assertThat(hit.matches()).as(expected.toString()).isEqualTo(expected.get("hits").asInt());
        assertThat(hit.evidence()).isEqualTo(expected.get("first_hit").asString());
        assertThat(hit.rowIds()).containsExactlyElementsOf(strings(expected.get("eval_rows")));
      }
    }
  }

  @Test
  void oddWhiteSpaceAndLetterCaseAreNormalisedAsByPython() {
    JsonNode synthetic = golden().get("synthetic");
    List<String> documents = strings(synthetic.get("documents"));
    assertThat(documents.stream().map(DecontaminationGoldenTest::normalised))
        .containsExactlyElementsOf(strings(synthetic.get("normalised")));
    assertThat(documents.stream().map(text -> ngrams(text, 8)))
        .containsExactlyElementsOf(lists(synthetic.get("ngrams8")));
    assertThat(documents.stream().map(text -> new TreeSet<>(ngrams(text, 3)).stream().toList()))
        .containsExactlyElementsOf(lists(synthetic.get("ngrams3")));
  }

  @Test
  void syntheticDocumentsAreContaminatedAsByOpenR1() {
    JsonNode synthetic = golden().get("synthetic");
    List<String> documents = strings(synthetic.get("documents"));
    for (int i = 0; i < synthetic.get("k").size(); i++) {
      BenchmarkIndex.Builder builder = BenchmarkIndex.builder(DecontaminationMethod.openR1());
      for (String text : documents.subList(0, synthetic.get("k").get(i).asInt())) {
        builder.add("first", "row", text);
      }
      BenchmarkIndex index = builder.build();
      List<String> flags =
          documents.stream().map(text -> Boolean.toString(index.isContaminated(text))).toList();
      assertThat(flags)
          .containsExactlyElementsOf(
              strings(synthetic.get("contaminated8_against_first_k").get(i)));
    }
  }

  private static String normalised(String text) {
    String lowered = PythonText.lower(text);
    return NgramScanner.normalised(lowered, 0, lowered.length());
  }

  private static List<String> ngrams(String text, int size) {
    List<String> ngrams = new ArrayList<>();
    new NgramScanner(size)
        .scan(
            text,
            (hash, source, start, end) -> ngrams.add(NgramScanner.normalised(source, start, end)));
    return ngrams;
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static List<List<String>> lists(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(DecontaminationGoldenTest::strings)
        .toList();
  }
}
