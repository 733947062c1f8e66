package org.openr1.data.curation.filter;

import java.util.List;
import java.util.Optional;

/** All steps, by the names that recipes use. */
public final class StepKinds {
  private static final List<StepKind<?>> ALL =
      List.of(
          new StepKind<>(
              "exact_duplicates",
              "drops questions that came before",
              ExactDuplicateStep.Options.class,
              (options, tools) -> new ExactDuplicateStep(options)),
          new StepKind<>(
              "near_duplicates",
              "drops questions that share most of their words with one before (MinHash)",
              NearDuplicateStep.Options.class,
              (options, tools) -> new NearDuplicateStep(options)),
          new StepKind<>(
              "decontaminate",
              "drops questions that overlap with benchmarks",
              DecontaminateStep.Options.class,
              (options, tools) -> new DecontaminateStep(options)),
          new StepKind<>(
              "answer_present",
              "drops rows without an answer or tests",
              AnswerPresentStep.Options.class,
              (options, tools) -> new AnswerPresentStep()),
          new StepKind<>(
              "answer_parseable",
              "drops rows whose answer the verifier cannot read",
              AnswerParseableStep.Options.class,
              (options, tools) -> new AnswerParseableStep()),
          new StepKind<>(
              "suspect_answers",
              "drops placeholders, missing images and questions with contradicting answers",
              SuspectAnswerStep.Options.class,
              (options, tools) -> new SuspectAnswerStep(options)),
          new StepKind<>(
              "language",
              "keeps questions in some languages",
              LanguageStep.Options.class,
              (options, tools) -> new LanguageStep(options)),
          new StepKind<>(
              "token_length",
              "keeps questions of some length in tokens",
              TokenLengthStep.Options.class,
              TokenLengthStep::new),
          new StepKind<>(
              "question_length",
              "keeps questions of some length in characters",
              QuestionLengthStep.Options.class,
              (options, tools) -> new QuestionLengthStep(options)),
          new StepKind<>(
              "columns_present",
              "drops rows that lack a column",
              ColumnsPresentStep.Options.class,
              (options, tools) -> new ColumnsPresentStep(options)),
          new StepKind<>(
              "pass_rate",
              "keeps problems that a model solves sometimes: strictly between two rates",
              PassRateStep.Options.class,
              PassRateStep::new),
          new StepKind<>(
              "quality_judge",
              "keeps questions that a model rates well by a rubric",
              QualityJudgeStep.Options.class,
              QualityJudgeStep::new),
          new StepKind<>(
              "difficulty",
              "keeps rows of some levels",
              DifficultyStep.Options.class,
              (options, tools) -> new DifficultyStep(options)),
          new StepKind<>(
              "domain_balance",
              "limits the rows of each domain",
              DomainBalanceStep.Options.class,
              (options, tools) -> new DomainBalanceStep(options)),
          new StepKind<>(
              "no_proofs",
              "drops questions that ask for a proof",
              QuestionKindStep.Options.class,
              (options, tools) -> QuestionKindStep.noProofs()),
          new StepKind<>(
              "no_multiple_choice",
              "drops questions with options to choose from",
              QuestionKindStep.Options.class,
              (options, tools) -> QuestionKindStep.noMultipleChoice()),
          new StepKind<>(
              "no_yes_no",
              "drops questions that are answered by yes or no, true or false",
              QuestionKindStep.Options.class,
              (options, tools) -> QuestionKindStep.noYesNo()));

  private StepKinds() {}

  /** All, in the order in which recipes usually have them. */
  public static List<StepKind<?>> all() {
    return ALL;
  }

  /** The one with that name. */
  public static Optional<StepKind<?>> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
