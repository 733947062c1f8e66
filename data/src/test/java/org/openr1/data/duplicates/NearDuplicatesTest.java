package org.openr1.data.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.data.duplicates.Matches.Match;

class NearDuplicatesTest {
  private static final NearDuplicateOptions DEFAULTS = NearDuplicateOptions.defaults();

  @TempDir private Path folder;
  private SpillSpace space;

  @BeforeEach
  void open() {
    space = SpillSpace.open(folder, "near");
  }

  @AfterEach
  void close() {
    space.close();
    assertThat(folder).isEmptyDirectory();
  }

  private Matches find(List<String> texts) {
    return find(texts, DEFAULTS);
  }

  private Matches find(List<String> texts, NearDuplicateOptions options) {
    try (NearDuplicates near = new NearDuplicates(space, options)) {
      for (int row = 0; row < texts.size(); row++) {
        near.add(row, texts.get(row));
      }
      return near.finish();
    }
  }

  private static List<Match> list(Matches matches) {
    return StreamSupport.stream(matches.spliterator(), false).toList();
  }

  @Test
  void verdictsAgreeWithTheExactSimilarityOfGeneratedPairs() {
    SplittableRandom random = new SplittableRandom(11);
    List<String> texts = new ArrayList<>();
    List<Double> exact = new ArrayList<>();
    for (int pair = 0; pair < 6_000; pair++) {
      List<String> words = GeneratedTexts.words(random, random.nextInt(15, 400));
      int edits = random.nextInt(0, 2 + words.size() / 12);
      List<String> changed = GeneratedTexts.edited(words, random, edits);
      exact.add(GeneratedTexts.jaccard(words, changed, DEFAULTS.shingleWords()));
      texts.add(String.join(" ", words));
      texts.add(String.join(" ", changed));
    }
    Matches matches = find(texts);
    int similar = 0;
    int found = 0;
    int different = 0;
    int wrong = 0;
    double squares = 0;
    for (int pair = 0; pair < exact.size(); pair++) {
      double jaccard = exact.get(pair);
      boolean match = matches.of(2 * pair + 1).filter(m -> m.earlier() % 2 == 0).isPresent();
      if (match) {
        double error = matches.of(2 * pair + 1).orElseThrow().similarity() - jaccard;
        squares += error * error;
      }
      if (jaccard >= DEFAULTS.threshold() + 0.1) {
        similar++;
        found += match ? 1 : 0;
      } else if (jaccard <= DEFAULTS.threshold() - 0.15) {
        different++;
        wrong += match ? 1 : 0;
      }
      assertThat(matches.isDuplicate(2L * pair)).isFalse();
    }
    System.out.printf(
        "near duplicates: recall %d of %d, false %d of %d, standard error %.4f%n",
        found, similar, wrong, different, Math.sqrt(squares / matches.size()));
    assertThat(similar).isGreaterThan(1_000);
    assertThat(different).isGreaterThan(1_000);
    assertThat((double) found / similar).isGreaterThan(0.98);
    assertThat((double) wrong / different).isLessThan(0.002);
    assertThat(Math.sqrt(squares / matches.size())).isLessThan(0.035);
  }

  @Test
  void unrelatedTextsOfTheSameVocabularyAreKept() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> texts =
        IntStream.range(0, 3_000)
            .mapToObj(i -> String.join(" ", GeneratedTexts.words(random, 100)))
            .toList();
    assertThat(find(texts).size()).isZero();
  }

  @Test
  void caseAndPunctuationDoNotMatterButOperatorsDo() {
    List<String> texts =
        List.of(
            "What is the sum of 5 - 3 and 12 for all x?",
            "what is the SUM, of 5 - 3 and 12 for all \"x\"",
            "What is the sum of 5 / 3 and 12 for all x?");
    assertThat(list(find(texts))).containsExactly(new Match(1, 0, 1.0));
  }

  @Test
  void aTextShorterThanAShingleMatchesItsEqualOnly() {
    List<String> texts = List.of("one two", "One, two!", "one two three", "two one", "one");
    assertThat(list(find(texts))).containsExactly(new Match(1, 0, 1.0));
  }

  @Test
  void textsWithoutWordsAreNeverNearDuplicates() {
    assertThat(find(List.of("", "", "?!", "...", " \n")).size()).isZero();
  }

  @Test
  void everyMatchIsAnEarlierRowThatIsKept() {
    SplittableRandom random = new SplittableRandom(3);
    List<String> texts = new ArrayList<>();
    List<String> words = GeneratedTexts.words(random, 120);
    // A chain: each row resembles the one before, the ends have little in common.
    for (int i = 0; i < 300; i++) {
      texts.add(String.join(" ", words));
      words = GeneratedTexts.edited(words, random, 1);
    }
    Matches matches = find(texts);
    assertThat(matches.size()).isBetween(200, 295);
    for (Match match : matches) {
      assertThat(match.earlier()).isLessThan(match.row());
      assertThat(matches.isDuplicate(match.earlier())).isFalse();
      assertThat(match.similarity()).isGreaterThanOrEqualTo(DEFAULTS.threshold());
    }
  }

  @Test
  void manyCopiesOfOneTemplateLeaveTheFirst() {
    SplittableRandom random = new SplittableRandom(9);
    List<String> template = GeneratedTexts.words(random, 300);
    List<String> texts =
        IntStream.range(0, 5_000)
            .mapToObj(i -> String.join(" ", template) + " number " + i)
            .toList();
    Matches matches = find(texts);
    assertThat(matches.size()).isEqualTo(4_999);
    assertThat(list(matches)).allMatch(match -> match.earlier() == 0);
  }

  @Test
  void theResultDoesNotDependOnOrderThreadsOrMemory() {
    SplittableRandom random = new SplittableRandom(21);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      List<String> words = GeneratedTexts.words(random, 80);
      for (int copy = 0; copy < 5; copy++) {
        texts.add(String.join(" ", GeneratedTexts.edited(words, random, copy)));
      }
    }
    List<Match> expected = list(find(texts));
    assertThat(expected).hasSizeGreaterThan(500);
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    Collections.shuffle(shuffled, new Random(1));
    try (NearDuplicates near = new NearDuplicates(space, DEFAULTS, 300)) {
      shuffled.parallelStream().forEach(row -> near.add(row, texts.get(row)));
      assertThat(list(near.finish())).isEqualTo(expected);
    }
  }

  @Test
  void rowNumbersMayHaveGaps() {
    String text = "a text that comes twice with a wide gap between";
    try (NearDuplicates near = new NearDuplicates(space)) {
      near.add(3, text);
      near.add(100_000, text);
      near.add(100_001, "and quite another text that comes once and has no like");
      assertThat(list(near.finish())).containsExactly(new Match(100_000, 3, 1.0));
    }
  }

  @Test
  void theThresholdIsTheUsers() {
    SplittableRandom random = new SplittableRandom(4);
    List<String> words = GeneratedTexts.words(random, 200);
    List<String> changed = new ArrayList<>(words);
    for (int at = 0; at < 200; at += 20) {
      changed.set(at, "changed" + at);
    }
    double exact = GeneratedTexts.jaccard(words, changed, 5);
    assertThat(exact).isBetween(0.55, 0.65);
    List<String> texts = List.of(String.join(" ", words), String.join(" ", changed));
    assertThat(find(texts).size()).isZero();
    Matches matches = find(texts, NearDuplicateOptions.of(5, 256, 0.45));
    assertThat(matches.of(1)).isPresent();
    assertThat(matches.of(1).orElseThrow().similarity()).isCloseTo(exact, within(0.1));
    assertThat(matches.of(0)).isEmpty();
  }

  @Test
  void misuseIsNamed() {
    try (NearDuplicates near = new NearDuplicates(space)) {
      near.add(1, "some text");
      assertThatThrownBy(() -> near.add(1, "some text")).hasMessageContaining("row 1 was added");
      assertThatThrownBy(() -> near.add(-1, "text")).hasMessageContaining("-1");
      assertThatThrownBy(() -> near.add(NearDuplicates.MAXIMUM_ROWS, "text"))
          .hasMessageContaining("2000000000");
      assertThat(near.finish().size()).isZero();
      assertThatThrownBy(() -> near.add(2, "text")).hasMessageContaining("after finish()");
      assertThatThrownBy(near::finish).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> NearDuplicateOptions.of(0, 128, 0.8)).hasMessageContaining("0");
    assertThatThrownBy(() -> NearDuplicateOptions.of(5, 100, 0.8)).hasMessageContaining("100");
    assertThatThrownBy(() -> NearDuplicateOptions.of(5, 128, 1.2)).hasMessageContaining("1.2");
    assertThatThrownBy(() -> new NearDuplicateOptions(5, 128, 0.8, new Bands(16, 9)))
        .hasMessageContaining("128");
  }

  @Test
  void bandsAreThoseOfDatasketchForItsWeights() {
    // What MinHashLSH(threshold, num_perm=128) takes.
    assertThat(Bands.optimal(0.8, 128, 0.5, 0.5)).isEqualTo(new Bands(9, 13));
    assertThat(Bands.optimal(0.5, 128, 0.5, 0.5)).isEqualTo(new Bands(25, 5));
    assertThat(DEFAULTS.bands()).isEqualTo(new Bands(16, 8));
    assertThat(DEFAULTS.bands().probability(0.9)).isCloseTo(0.9999, within(0.0001));
  }
}
