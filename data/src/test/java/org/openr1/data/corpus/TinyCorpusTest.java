package org.openr1.data.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openr1.data.Problem;
import org.openr1.data.procedural.Domain;
import org.openr1.data.procedural.ProblemRequest;
import org.openr1.data.procedural.ProceduralProblems;
import org.openr1.data.procedural.Split;
import org.openr1.verify.ResponseFormat;
import org.openr1.verify.language.LanguageConsistency;

class TinyCorpusTest {
  private static final CorpusMixture STANDARD = CorpusMixture.standard();
  private static final List<Document> DOCUMENTS =
      new TinyCorpus(7, STANDARD).from(0).limit(20_000).toList();
  private static final List<Document> REASONING =
      DOCUMENTS.stream().filter(document -> !document.kind().equals("general")).toList();

  private static double share(List<Document> documents, Predicate<Document> condition) {
    return documents.stream().filter(condition).count() / (double) documents.size();
  }

  @Test
  void aDocumentIsAFunctionOfSeedAndIndex() {
    TinyCorpus again = new TinyCorpus(7, STANDARD);
    assertThat(again.document(12_345)).isEqualTo(DOCUMENTS.get(12_345));
    assertThat(again.from(500).limit(50).toList()).isEqualTo(DOCUMENTS.subList(500, 550));
    assertThat(new TinyCorpus(8, STANDARD).document(0)).isNotEqualTo(DOCUMENTS.getFirst());
    assertThat(DOCUMENTS.stream().map(Document::prompt).distinct().count()).isGreaterThan(14_000);
  }

  @Test
  void kindsComeInTheSharesOfTheMixture() {
    assertThat(share(REASONING, d -> d.kind().equals("guess"))).isEqualTo(0.45, within(0.02));
    assertThat(share(REASONING, d -> d.kind().equals("last_step"))).isEqualTo(0.15, within(0.02));
    assertThat(share(REASONING, d -> d.kind().equals("work"))).isEqualTo(0.24, within(0.02));
    assertThat(share(REASONING, d -> d.kind().equals("checked_work")))
        .isEqualTo(0.16, within(0.02));
    assertThat(share(REASONING, d -> ResponseFormat.isStrict(d.response())))
        .isEqualTo(0.33, within(0.02));
    assertThat(share(DOCUMENTS, d -> d.kind().equals("general"))).isEqualTo(0.08, within(0.01));
    Set<String> domains = REASONING.stream().map(Document::domain).collect(Collectors.toSet());
    assertThat(domains).hasSize(Domain.values().length);
  }

  @Test
  void wordsKeepTheLanguageOfThePromptOnlyOftenEnough() {
    List<Document> guesses = REASONING.stream().filter(d -> d.kind().equals("guess")).toList();
    double own =
        guesses.stream()
            .mapToDouble(d -> LanguageConsistency.of(d.response(), d.language()))
            .average()
            .orElseThrow();
    assertThat(own).isEqualTo(0.55 + 0.25 / 2, within(0.03));
  }

  @Test
  void noHeldOutProblemIsInTheCorpus() {
    Set<String> prompts =
        DOCUMENTS.stream().map(Document::prompt).collect(Collectors.toCollection(HashSet::new));
    for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
      List<Problem> heldOut =
          ProceduralProblems.generate(ProblemRequest.everything(2_400, 7, split));
      assertThat(heldOut).noneMatch(problem -> prompts.contains(problem.question()));
    }
  }

  @Test
  void theMixtureIsConfiguredByName() {
    CorpusMixture changed =
        STANDARD
            .with(List.of(Domain.SORTING), List.of(2))
            .with(Map.of("guess_share", 0.0, "strict_share", 1.0));
    List<Document> documents =
        new TinyCorpus(1, changed.with(Map.of("general_share", 0.0))).from(0).limit(300).toList();
    assertThat(documents).allMatch(d -> d.domain().equals("sorting") && !d.kind().equals("guess"));
    assertThat(documents).allMatch(d -> ResponseFormat.isStrict(d.response()));
    assertThatThrownBy(() -> STANDARD.with(Map.of("guess_shares", 0.1)))
        .hasMessageContaining("guess_shares")
        .hasMessageContaining("guess_share,");
    assertThatThrownBy(() -> STANDARD.with(Map.of("guess_share", 0.9)))
        .hasMessageContaining("more than 1");
    assertThatThrownBy(() -> STANDARD.with(Map.of("slip_rate", -0.1)))
        .hasMessageContaining("slip_rate");
  }
}
