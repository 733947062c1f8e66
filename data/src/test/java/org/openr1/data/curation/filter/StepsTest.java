package org.openr1.data.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openr1.data.curation.filter.Steps.reasons;
import static org.openr1.data.curation.filter.Steps.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.data.io.DataFileException;

final class StepsTest {
  private static final String LONG_QUESTION =
      "A farmer has seventeen sheep and all but nine of them run away in the night."
          + " How many sheep are left on the farm when the sun comes up again?";

  @TempDir private Path folder;

  private List<String> questions(CurationStep step, String... questions) {
    List<CurationRow> rows = new ArrayList<>();
    for (int i = 0; i < questions.length; i++) {
      rows.add(row(10L * i, questions[i], "1"));
    }
    return reasons(step, rows, folder);
  }

  private List<String> answers(CurationStep step, String... answers) {
    List<CurationRow> rows = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      rows.add(row(i, "Question " + i + "?", answers[i]));
    }
    return reasons(step, rows, folder);
  }

  @Test
  void theFirstOfEqualQuestionsStays() {
    CurationStep strict = new ExactDuplicateStep(new ExactDuplicateStep.Options(Optional.empty()));
    assertThat(questions(strict, "a b", "A  b", "a b", "c", "a b"))
        .containsExactly("kept", "kept", "duplicate", "kept", "duplicate");
    CurationStep folded =
        new ExactDuplicateStep(new ExactDuplicateStep.Options(Optional.of("folded")));
    assertThat(questions(folded, "a b", "A  b", "c")).containsExactly("kept", "duplicate", "kept");
    assertThatThrownBy(
            () -> new ExactDuplicateStep(new ExactDuplicateStep.Options(Optional.of("x"))))
        .hasMessageContaining("none or folded");
  }

  @Test
  void aQuestionThatIsNearlyAnEarlierOneIsDropped() {
    CurationStep step =
        new NearDuplicateStep(
            new NearDuplicateStep.Options(
                OptionalDouble.of(0.6), OptionalInt.empty(), OptionalInt.empty()));
    assertThat(
            questions(
                step,
                LONG_QUESTION,
                "Something else entirely.",
                LONG_QUESTION.replace("again", "once more"),
                LONG_QUESTION.substring(0, 40)))
        .containsExactly("kept", "kept", "near_duplicate", "kept");
  }

  @Test
  void overlapsNameTheBenchmarkTheRowAndTheWords() throws IOException {
    Path benchmark = folder.resolve("test.jsonl");
    Files.writeString(benchmark, "{\"question\": \"" + LONG_QUESTION + "\"}\n");
    DecontaminateStep step = decontaminate(benchmark, "ngram", "question");
    assertThat(questions(step, "Well: " + LONG_QUESTION, "A farmer has seventeen sheep."))
        .containsExactly("gsm", "kept");
    assertThat(step.check(row(0, LONG_QUESTION, "9")))
        .isInstanceOfSatisfying(
            Verdict.Drop.class,
            drop -> assertThat(drop.detail()).startsWith("row 1: ").contains("seventeen sheep"));
    assertThat(
            questions(
                decontaminate(benchmark, "exact", null), LONG_QUESTION.toUpperCase(Locale.ROOT)))
        .containsExactly("gsm");
    assertThat(
            questions(
                decontaminate(benchmark, "near", null), LONG_QUESTION.replace("night", "day")))
        .containsExactly("gsm");
    assertThatThrownBy(() -> decontaminate(benchmark, "ngram", "text"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("no column 'text'; there are: question");
    assertThatThrownBy(() -> decontaminate(benchmark, "fuzzy", null))
        .hasMessageContaining("ngram, exact or near");
  }

  private static DecontaminateStep decontaminate(
      Path file, String method, @Nullable String column) {
    return new DecontaminateStep(
        new DecontaminateStep.Options(
            List.of(
                new DecontaminateStep.BenchmarkFiles(
                    "gsm",
                    file.toString(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.ofNullable(column))),
            Optional.of(method),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty()));
  }

  @Test
  void rowsThatNothingCanJudgeAreDropped() {
    CurationStep step = new AnswerPresentStep();
    assertThat(answers(step, "7", " ")).containsExactly("kept", "no_answer");
    assertThat(
            reasons(
                step,
                List.of(row(0, "q", "", "code", 0, Map.of("verification_info", "{}"))),
                folder))
        .containsExactly("kept");
  }

  @Test
  void answersThatDoNotEqualThemselvesAreDropped() {
    assertThat(answers(new AnswerParseableStep(), "\\frac{1}{2}", "7", "\\frac{1}{"))
        .containsExactly("kept", "kept", "not_parseable");
  }

  @Test
  void placeholdersContradictionsAndMissingImagesAreSuspect() {
    CurationStep step =
        new SuspectAnswerStep(
            new SuspectAnswerStep.Options(
                Optional.of(List.of("-1")), Optional.empty(), Optional.empty()));
    assertThat(answers(step, "7", "N/A", "see solution", "-1", "-2", "x".repeat(500)))
        .containsExactly(
            "kept", "placeholder", "placeholder", "suspect_value", "kept", "long_answer");
    assertThat(
            questions(
                step,
                "Find the area shown in the figure.",
                "As in the diagram: [asy] draw(A--B); [/asy]",
                "How many figures?"))
        .containsExactly("needs_image", "kept", "kept");
    List<CurationRow> rows =
        List.of(
            row(0, "What is 1+1?", "2"),
            row(1, "What is 2+2?", "4"),
            row(2, "what  is 1+1?", "3"),
            row(3, "What is 1+1?", "2"),
            row(4, "What is 2+2?", "4"));
    assertThat(reasons(step, rows, folder))
        .containsExactly(
            "contradicting_answers",
            "kept",
            "contradicting_answers",
            "contradicting_answers",
            "kept");
  }

  @Test
  void questionsInOtherLanguagesAreDroppedAndFormulasStay() {
    CurationStep step =
        new LanguageStep(new LanguageStep.Options(List.of("en"), OptionalDouble.empty()));
    assertThat(
            questions(
                step,
                "What is the sum of the first ten numbers that are odd?",
                "¿Cuál es la suma de los primeros diez números que son impares?",
                "求前十个奇数的和",
                "2 + 2 = 4"))
        .containsExactly("kept", "other_language", "other_language", "kept");
    assertThatThrownBy(
            () -> new LanguageStep(new LanguageStep.Options(List.of("xx"), OptionalDouble.empty())))
        .hasMessageContaining("xx");
  }

  @Test
  void lengthsLevelsAndColumnsHaveBounds() {
    assertThat(
            questions(
                new QuestionLengthStep(
                    new QuestionLengthStep.Options(OptionalInt.of(2), OptionalInt.of(3))),
                "a",
                "ab",
                "abcd"))
        .containsExactly("too_short", "kept", "too_long");
    DifficultyStep step =
        new DifficultyStep(
            new DifficultyStep.Options(OptionalInt.of(2), OptionalInt.of(3), Optional.empty()));
    List<CurationRow> rows = new ArrayList<>();
    for (int level : new int[] {0, 1, 2, 3, 4}) {
      rows.add(row(level, "q", "1", "math", level, Map.of()));
    }
    assertThat(reasons(step, rows, folder))
        .containsExactly("kept", "too_easy", "kept", "kept", "too_hard");
    assertThat(
            reasons(
                new ColumnsPresentStep(new ColumnsPresentStep.Options(List.of("tests"))),
                List.of(row(0, "q", "1", "math", 0, Map.of("tests", "x")), row(1, "q", "1")),
                folder))
        .containsExactly("kept", "no_tests");
  }

  @Test
  void aDomainKeepsItsShareDrawnBySeed() {
    List<CurationRow> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      rows.add(row(i, "q" + i, "1", i % 10 == 0 ? "code" : "math", 0, Map.of()));
    }
    List<String> reasons = reasons(balance(200, 1), rows, folder);
    assertThat(reasons.stream().filter("kept"::equals)).hasSize(300);
    assertThat(reasons(balance(200, 1), rows, folder)).isEqualTo(reasons);
    assertThat(reasons(balance(200, 2), rows, folder)).isNotEqualTo(reasons);
    CurationStep share =
        new DomainBalanceStep(
            new DomainBalanceStep.Options(
                OptionalInt.empty(), OptionalDouble.of(0.3), OptionalLong.empty()));
    assertThat(reasons(share, rows, folder).stream().filter("kept"::equals)).hasSize(400);
  }

  private static CurationStep balance(int most, long seed) {
    return new DomainBalanceStep(
        new DomainBalanceStep.Options(
            OptionalInt.of(most), OptionalDouble.empty(), OptionalLong.of(seed)));
  }

  @Test
  void proofsChoicesAndYesNoQuestionsAreRecognised() {
    assertThat(
            questions(
                QuestionKindStep.noProofs(),
                "Prove that 2 is prime.",
                "Show that x > 0 and find x.",
                "Show your work. What is 2+2?"))
        .containsExactly("proof", "proof", "kept");
    assertThat(
            questions(
                QuestionKindStep.noMultipleChoice(),
                "Which? (A) one (B) two (C) three",
                "Which?\nA. one\nB. two\nC. three",
                "$\\textbf{(A)}\\ 1 \\qquad \\textbf{(B)}\\ 2 \\qquad \\textbf{(C)}\\ 3$",
                "Triangle ABC has A = 3 and B = 4."))
        .containsExactly("multiple_choice", "multiple_choice", "multiple_choice", "kept");
    assertThat(answers(QuestionKindStep.noYesNo(), "Yes", "\\text{No}", "true.", "nothing", "7"))
        .containsExactly("yes_no", "yes_no", "yes_no", "kept", "kept");
  }

  @Test
  void everyKindHasItsOwnNameAndAnOptionsRecord() {
    List<String> names = StepKinds.all().stream().map(StepKind::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSize(17);
    assertThat(StepKinds.named("language").orElseThrow().options().isRecord()).isTrue();
    assertThat(Arrays.asList(names.toArray())).contains("pass_rate", "quality_judge");
  }
}
