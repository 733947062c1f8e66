package org.openr1.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openr1.data.curation.CurationRow;

/** The shipped mappings on whole data sets, where the folder of {@code -Dopenr1.data} has them. */
final class SharedMappingsTest {
  private static List<CurationRow> read(String path, String split, String mapping, long seed) {
    Path root = Path.of(System.getProperty("openr1.root", ""));
    Path file = root.resolve(System.getProperty("openr1.data", "../shared/data")).resolve(path);
    assumeTrue(Files.exists(file), () -> "no " + file);
    List<CurationRow> rows = new ArrayList<>();
    SourceCounts counts =
        new SourceReader(
                new SourceOptions(
                    "set",
                    file.toString(),
                    "",
                    split,
                    "mit",
                    0,
                    false,
                    seed,
                    Mappings.named(mapping)))
            .read(100, rows::add);
    assertThat(counts).isEqualTo(new SourceCounts(rows.size(), 0, new TreeMap<>()));
    assertThat(rows.getFirst().number()).isEqualTo(100);
    assertThat(rows.getLast().number()).isEqualTo(99 + rows.size());
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "gsm8k, train, gsm8k, 7473",
    "gsm8k, test, gsm8k, 1319",
    "math500, '', math, 500",
    "aime24, '', aime, 30",
    "dapo_math/train.jsonl, '', dapo_math, 20723",
    "svamp, test, svamp, 1000",
    "mbpp, train, mbpp, 974",
    "humaneval/humaneval-python.jsonl, '', humaneval, 164",
    "leetcode, '', leetcode, 180",
    "gpqa_diamond, '', gpqa, 198",
    "mmlu_stem, '', mmlu, 3018",
    "pubmedqa/ori_pqal.json, '', pubmedqa, 1000"
  })
  void everyRowIsAProblem(String path, String split, String mapping, int count) {
    List<CurationRow> rows = read(path, split, mapping, 1);
    assertThat(rows).hasSize(count);
    List<String> useless =
        rows.stream()
            .filter(
                row ->
                    row.question().isBlank()
                        || (row.answer().isBlank() && row.columns().isEmpty())
                        || !row.messages().getLast().content().equals(row.question()))
            .map(CurationRow::id)
            .toList();
    // DAPO has two rows without an answer.
    assertThat(useless).hasSize(mapping.equals("dapo_math") ? 2 : 0);
  }

  @Test
  void answersAreCutOutOfWorkedSolutions() {
    List<CurationRow> rows = read("gsm8k", "test", "gsm8k", 1);
    assertThat(rows.get(0).answer()).isEqualTo("18");
    assertThat(rows.get(0).origin()).isEqualTo("test.jsonl:1");
    assertThat(rows).noneMatch(row -> row.answer().contains(","));
  }

  @Test
  void optionsAreShuffledBySeedAndTheLetterFollows() {
    List<CurationRow> one = read("gpqa_diamond", "", "gpqa", 1);
    List<CurationRow> again = read("gpqa_diamond", "", "gpqa", 1);
    List<CurationRow> other = read("gpqa_diamond", "", "gpqa", 2);
    assertThat(one).isEqualTo(again).isNotEqualTo(other);
    for (String letter : List.of("A", "B", "C", "D")) {
      assertThat(one.stream().filter(row -> row.answer().equals(letter)).count())
          .as(letter)
          .isBetween(25L, 75L);
    }
    for (int i = 0; i < one.size(); i++) {
      assertThat(right(one.get(i))).isEqualTo(right(other.get(i)));
    }
  }

  private static String right(CurationRow row) {
    String mark = "\n" + row.answer() + ") ";
    String behind = row.question().substring(row.question().lastIndexOf(mark) + mark.length());
    return behind.split("\n[B-D]\\) ", 2)[0];
  }

  @Test
  void testsBecomeTheColumnThatCodeRewardsRead() {
    CurationRow row = read("mbpp", "", "mbpp", 1).getFirst();
    assertThat(row.id()).isEqualTo("1");
    assertThat(row.columns().get("verification_info"))
        .startsWith("{\"language\":\"python\",\"tests\":\"assert min_cost([[1, 2, 3]");
    assertThat(row.question()).contains("Your code should pass these tests:\nassert min_cost(");
    assertThat(read("leetcode", "", "leetcode", 1).getFirst().level()).isEqualTo(1);
  }
}
