package org.openr1.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openr1.verify.VerifyData.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openr1.verify.VerifyData.Folder;
import org.openr1.verify.equivalence.Strictness;
import org.openr1.verify.parsing.AnswerParser;
import org.openr1.verify.parsing.ParseResult;

/** Known verdicts of answers, with the shares that must be reached. */
class VerifierGoldenTest {
  private static final AnswerVerifier OPEN_R1 = new AnswerVerifier(VerifierOptions.OPEN_R1);
  private static final AnswerVerifier DEFAULT = new AnswerVerifier(VerifierOptions.DEFAULT);

  private static boolean truth(Map<String, @Nullable Object> row, String field) {
    return (Boolean) Objects.requireNonNull(row.get(field), field);
  }

  private static AnswerVerifier verifier(String configuration) {
    return configuration.equals("open_r1") ? OPEN_R1 : DEFAULT;
  }

  /** Counts right verdicts by class and remembers the wrong ones. */
  private static final class Tally {
    private final Map<String, int[]> classes = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private int right;
    private int all;
    private int falseAcceptances;

    void add(String kind, boolean expected, boolean given, String what) {
      int[] counts = classes.computeIfAbsent(kind, k -> new int[2]);
      counts[1]++;
      all++;
      if (expected == given) {
        counts[0]++;
        right++;
      } else {
        falseAcceptances += given ? 1 : 0;
        misses.add("%s (%s): %s".formatted(given ? "accepted" : "refused", kind, what));
      }
    }

    void assertShare(double share) {
      assertThat((double) right / all)
          .as("%d of %d right; wrong:%n%s", right, all, String.join("\n", misses))
          .isGreaterThanOrEqualTo(share);
    }
  }

  @ParameterizedTest
  @CsvSource({"open_r1, 0.985", "default, 0.985"})
  void pairsAreJudgedByTheirMeaning(String configuration, double share) {
    Tally all = new Tally();
    Tally delimited = new Tally();
    Tally bare = new Tally();
    int accepted = 0;
    for (Map<String, @Nullable Object> row :
        VerifyData.rows(Folder.GOLDEN, "gold", "answer", "expected", "transform")) {
      if (!(row.get("expected") instanceof Map<?, ?> expected)
          || !(expected.get(configuration) instanceof Boolean truth)) {
        continue;
      }
      Verdict verdict = verifier(configuration).verify(text(row, "gold"), text(row, "answer"));
      String kind = row.get("transform") + " " + row.get("answer_kind");
      String what = "%s | %s".formatted(row.get("gold"), row.get("answer_latex"));
      if (row.get("stretch") == null) {
        all.add(kind, truth, verdict.correct(), what);
        (text(row, "gold_form").equals("bare") ? bare : delimited)
            .add(kind, truth, verdict.correct(), what);
      }
      if (text(row, "group").equals("edit") && !truth && verdict.correct()) {
        accepted++;
      }
    }
    all.assertShare(share);
    delimited.assertShare(0.99);
    bare.assertShare(0.98);
    assertThat(accepted).as("changed meanings accepted").isLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"open_r1", "default"})
  void hardPairsAreJudgedByTheirMeaning(String configuration) {
    Tally tally = new Tally();
    for (Map<String, @Nullable Object> row :
        VerifyData.rows(Folder.GOLDEN, "class", "gold", "answer", "truth")) {
      if (row.get("truth") instanceof Boolean truth) {
        Verdict verdict = verifier(configuration).verify(text(row, "gold"), text(row, "answer"));
        tally.add(
            text(row, "class"),
            truth,
            verdict.correct(),
            row.get("gold") + " | " + row.get("answer"));
      }
    }
    tally.assertShare(180.0 / 189);
    assertThat(tally.falseAcceptances).isZero();
  }

  @ParameterizedTest
  @CsvSource({"open_r1", "default"})
  void hostileTextsEndInTimeWithTheRightVerdict(String configuration) {
    Tally tally = new Tally();
    for (Map<String, @Nullable Object> row :
        VerifyData.rows(Folder.GOLDEN, "gold_parts", "answer_parts", "limit_ms")) {
      String gold = joined(row.get("gold_parts"));
      String answer = joined(row.get("answer_parts"));
      long start = System.nanoTime();
      Verdict verdict = verifier(configuration).verify(gold, answer);
      long millis = (System.nanoTime() - start) / 1_000_000;
      String name = row.get("class") + " " + row.get("id");
      assertThat((double) millis).as(name).isLessThan((Double) row.get("limit_ms"));
      if (row.get("truth") instanceof Boolean truth) {
        tally.add(name, truth, verdict.correct(), verdict.status() + " " + verdict.rule());
      }
    }
    tally.assertShare(1.0);
  }

  private static String joined(@Nullable Object parts) {
    StringBuilder all = new StringBuilder();
    for (Object part : (List<?>) Objects.requireNonNull(parts)) {
      List<?> pair = (List<?>) part;
      all.append(((String) pair.getFirst()).repeat(((Double) pair.getLast()).intValue()));
    }
    return all.toString();
  }

  @Test
  void completionsAgreeWithTheirLabels() {
    List<Map<String, @Nullable Object>> sources =
        VerifyData.rows(Folder.DATA, "gold", "verdict", "tail");
    Tally tally = new Tally();
    for (Map<String, @Nullable Object> row : sources) {
      Verdict verdict = DEFAULT.verify(String.valueOf(row.get("gold")), text(row, "tail"));
      tally.add(
          text(row, "source"), truth(row, "verdict"), verdict.correct(), "gold " + row.get("gold"));
    }
    tally.assertShare(4_800.0 / 5_110);
  }

  @Test
  void answersOfRunningTextAreFoundAndCompared() {
    Tally tally = new Tally();
    for (Map<String, @Nullable Object> row :
        VerifyData.rows(Folder.DATA, "gold", "answer", "expected", "options")) {
      Map<?, ?> options = (Map<?, ?>) Objects.requireNonNull(row.get("options"));
      if (options.get("match_types") instanceof List<?> types && types.contains("NativeLetters")) {
        continue;
      }
      Verdict verdict = configured(options).verify(text(row, "gold"), text(row, "answer"));
      tally.add(
          text(row, "test"),
          truth(row, "expected"),
          verdict.correct(),
          row.get("gold") + " | " + row.get("answer"));
    }
    tally.assertShare(0.98);
  }

  private static AnswerVerifier configured(Map<?, ?> options) {
    Strictness standard = Strictness.DEFAULT;
    int precision =
        options.get("precision") instanceof Double digits
            ? digits.intValue()
            : standard.floatRounding();
    boolean sets = !Boolean.FALSE.equals(options.get("allow_set_relation_comp"));
    return new AnswerVerifier(
        new VerifierOptions(
            VerifierOptions.DEFAULT.gold(),
            VerifierOptions.DEFAULT.answer(),
            new Strictness(precision, standard.numericDigits(), sets, true),
            Limits.DEFAULT));
  }

  @Test
  void latexParsesOrIsRefused() {
    AnswerParser parser = new AnswerParser(25_000, 150);
    Tally tally = new Tally();
    for (Map<String, @Nullable Object> row : VerifyData.rows(Folder.DATA, "latex", "parses")) {
      boolean parsed = parser.parse(text(row, "latex")) instanceof ParseResult.Parsed;
      tally.add("parse", truth(row, "parses"), parsed, text(row, "latex"));
    }
    tally.assertShare(0.97);
  }

  @Test
  void theUpstreamSlipIsNotFollowed() {
    assertThat(DEFAULT.verify("$1 - \\frac{1}{e}$", "$1 + \\frac{1}{e}$").status())
        .isEqualTo(Verdict.Status.DIFFERENT);
  }
}
