package org.openr1.data.decontamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openr1.data.duplicates.GeneratedTexts;

class BenchmarkIndexTest {
  private static final String QUESTION =
      "A farmer has 17 sheep, and all but 9 of them run away. How many sheep are left on the farm"
          + " when the sun goes down?";

  private static BenchmarkIndex index(DecontaminationMethod method, String... rows) {
    BenchmarkIndex.Builder builder = BenchmarkIndex.builder(method);
    for (int row = 0; row < rows.length; row++) {
      builder.add(row % 2 == 0 ? "even" : "odd", "row-" + row, rows[row]);
    }
    return builder.build();
  }

  @Test
  void aCommonNgramIsAHitWithItsRowsAndEvidence() {
    BenchmarkIndex index =
        index(DecontaminationMethod.ngrams(3), "a b c d", "x y z", "B  c\tD e", "b c");
    assertThat(index.benchmarks()).containsExactly("even", "odd");
    assertThat(index.rows()).isEqualTo(4);
    assertThat(index.comparableRows()).isEqualTo(3);
    assertThat(index.check("0 A B C D E b c d"))
        .containsExactly(new Hit("even", List.of("row-0", "row-2"), "a b c", 3, 3.0 / 6));
    assertThat(index.check("b c d and x y z"))
        .extracting(Hit::benchmark, Hit::matches)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("even", 1),
            org.assertj.core.groups.Tuple.tuple("odd", 1));
    assertThat(index.first("b c d and x y z"))
        .contains(new Hit("even", List.of("row-0", "row-2"), "b c d", 1, 0.2));
    assertThat(index.flags("then x y z")).containsExactly(false, true);
    assertThat(index.flags("b c d x y z")).containsExactly(true, true);
    assertThat(index.isContaminated("b c, d")).isFalse();
    assertThat(index.check("b c")).isEmpty();
    assertThat(index.first("b c")).isEmpty();
  }

  @Test
  void controlCharactersThatAreNoSpaceBelongToTheWord() {
    BenchmarkIndex index = index(DecontaminationMethod.ngrams(2), "a\u0000b c", "a\u200bb c");
    assertThat(index.flags("a\u0000b c")).containsExactly(true, false);
    assertThat(index.flags("a\u200bb\u001cC")).containsExactly(false, true);
    assertThat(index.isContaminated("a b c d")).isFalse();
  }

  @Test
  void ngramsAreThoseOfASlowSearch() {
    SplittableRandom random = new SplittableRandom(2);
    for (int size : new int[] {1, 2, 3, 5}) {
      BenchmarkIndex.Builder builder = BenchmarkIndex.builder(DecontaminationMethod.ngrams(size));
      Set<String> expected = new HashSet<>();
      for (int row = 0; row < 40; row++) {
        String text = letters(random, 12);
        builder.add("b", Integer.toString(row), text);
        expected.addAll(ngrams(text, size));
      }
      BenchmarkIndex index = builder.build();
      for (int i = 0; i < 2_000; i++) {
        String text = letters(random, random.nextInt(0, 9));
        Set<String> common = new HashSet<>(ngrams(text, size));
        common.retainAll(expected);
        List<Hit> hits = index.check(text);
        assertThat(hits.stream().mapToInt(Hit::matches).sum()).isEqualTo(common.size());
        assertThat(index.isContaminated(text)).isEqualTo(!common.isEmpty());
      }
    }
  }

  private static String letters(SplittableRandom random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(5)))
          .append(random.nextInt(4) == 0 ? " \t" : " ");
    }
    return text.toString();
  }

  private static List<String> ngrams(String text, int size) {
    String[] words = text.isBlank() ? new String[0] : text.toLowerCase(Locale.ROOT).split("\\s+");
    return IntStream.rangeClosed(0, words.length - size)
        .mapToObj(i -> String.join(" ", List.of(words).subList(i, i + size)))
        .toList();
  }

  @Test
  void anExactMatchForgivesCaseSpaceAndPunctuationOnly() {
    BenchmarkIndex index =
        index(DecontaminationMethod.exact(), "What is $2 + 2$?", "What is 2 - 2?", "?!");
    assertThat(index.check("what is 2+2"))
        .containsExactly(new Hit("even", List.of("row-0"), "what is 2 + 2", 1, 1.0));
    assertThat(index.flags("WHAT IS 2-2")).containsExactly(false, true);
    assertThat(index.first("what is 2+2")).isPresent();
    assertThat(index.isContaminated("What is 2 + 2, and why?")).isFalse();
    assertThat(index.isContaminated("What is 22?")).isFalse();
    assertThat(index.isContaminated("")).isFalse();
    assertThat(index.isContaminated("...")).isFalse();
    assertThat(index.comparableRows()).isEqualTo(2);
  }

  @Test
  void aNearMatchIsFoundInsideALongerText() {
    BenchmarkIndex index = index(DecontaminationMethod.near(), QUESTION, "Another question.");
    String filler = "And many more words that have nothing to do with any of this. ".repeat(40);
    assertThat(index.check(filler + QUESTION.toUpperCase(Locale.ROOT) + filler))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.benchmark()).isEqualTo("even");
              assertThat(hit.rowIds()).containsExactly("row-0");
              assertThat(hit.similarity()).isEqualTo(1.0);
              assertThat(hit.evidence()).isEqualTo("17 sheep and");
              assertThat(hit.matches()).isEqualTo(24);
            });
    assertThat(index.isContaminated(filler)).isFalse();
  }

  @Test
  void aNearMatchForgivesAWordButNotHalfTheQuestion() {
    BenchmarkIndex index = index(DecontaminationMethod.near(), QUESTION);
    String changed = QUESTION.replace("run away", "escape");
    assertThat(index.first(changed).orElseThrow().similarity()).isCloseTo(20.0 / 24, within(1e-9));
    assertThat(index.flags(changed)).containsExactly(true);
    assertThat(index.isContaminated(QUESTION.substring(0, QUESTION.length() / 2))).isFalse();
    assertThat(index(new DecontaminationMethod.Near(3, 0.9), QUESTION).isContaminated(changed))
        .isFalse();
  }

  @Test
  void aRowShorterThanAShingleMatchesItsEqualOnly() {
    BenchmarkIndex index = index(DecontaminationMethod.near(), "Compute 2!");
    assertThat(index.isContaminated("compute 2")).isTrue();
    assertThat(index.isContaminated("compute 2 and then 3")).isFalse();
    assertThat(index.isContaminated("")).isFalse();
  }

  @Test
  void nearMatchesAreThoseOfASlowSearch() {
    SplittableRandom random = new SplittableRandom(8);
    List<List<String>> rows = new ArrayList<>();
    BenchmarkIndex.Builder builder = BenchmarkIndex.builder(DecontaminationMethod.near());
    for (int row = 0; row < 200; row++) {
      List<String> words = new ArrayList<>(List.of("find", "the", "sum", "of", "all", "numbers"));
      words.addAll(GeneratedTexts.words(random, random.nextInt(1, 30)));
      rows.add(words);
      builder.add("b", Integer.toString(row), String.join(" ", words));
    }
    BenchmarkIndex index = builder.build();
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      List<String> row = rows.get(random.nextInt(rows.size()));
      List<String> text = GeneratedTexts.edited(row, random, random.nextInt(0, 8));
      List<String> expected = new ArrayList<>();
      for (int r = 0; r < rows.size(); r++) {
        if (containment(rows.get(r), text) >= 0.7 - 1e-9) {
          expected.add(Integer.toString(r));
        }
      }
      List<Hit> hits = index.check(String.join(" ", text));
      assertThat(hits.stream().flatMap(hit -> hit.rowIds().stream()))
          .containsExactlyElementsOf(expected);
      found += hits.size();
    }
    assertThat(found).isBetween(500, 1_500);
  }

  private static double containment(List<String> row, List<String> text) {
    Set<String> shingles = new HashSet<>(ngrams(String.join(" ", row), 3));
    Set<String> common = new HashSet<>(shingles);
    common.retainAll(new HashSet<>(ngrams(String.join(" ", text), 3)));
    return (double) common.size() / shingles.size();
  }

  @Test
  void anIndexWithoutRowsIsRefused() {
    assertThatThrownBy(() -> BenchmarkIndex.builder(DecontaminationMethod.openR1()).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no benchmark rows");
    assertThatThrownBy(() -> DecontaminationMethod.ngrams(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> new DecontaminationMethod.Near(0, 0.5)).hasMessageContaining("0");
    assertThatThrownBy(() -> new DecontaminationMethod.Near(3, 0)).hasMessageContaining("0.0");
  }

  @Test
  @Timeout(20)
  void hostileTextsTakeLinearTime() {
    for (DecontaminationMethod method :
        List.of(
            DecontaminationMethod.openR1(),
            DecontaminationMethod.exact(),
            DecontaminationMethod.near())) {
      BenchmarkIndex index = index(method, QUESTION, "a a a a a a a a a a");
      for (String piece : List.of("a ", "a", " ", "\u03a3\u0301", "\u0301\u0316", QUESTION)) {
        String text = piece.repeat(500_000 / piece.length());
        assertThat(index.check(text).size()).isBetween(0, 2);
      }
    }
  }

  @Test
  void anNgramLongerThanTheTextCostsNothing() {
    BenchmarkIndex index = index(DecontaminationMethod.ngrams(Integer.MAX_VALUE), QUESTION);
    assertThat(index.isContaminated(QUESTION)).isFalse();
    assertThat(index.comparableRows()).isZero();
  }
}
