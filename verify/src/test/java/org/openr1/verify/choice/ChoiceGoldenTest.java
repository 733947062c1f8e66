package org.openr1.verify.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openr1.verify.VerifyData.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openr1.verify.VerifyData;
import org.openr1.verify.VerifyData.Folder;

/** Completions with a known choice, in the golden files however many there are. */
class ChoiceGoldenTest {
  private static final double SHARE = 180.0 / 186;

  @Test
  void choicesOfTheGoldenFilesAreFound() {
    List<Map<String, @Nullable Object>> rows =
        VerifyData.rows(Folder.GOLDEN, "choices", "completion");
    List<String> misses = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows) {
      String miss = miss(row);
      if (miss != null) {
        misses.add(miss);
      }
    }
    assertThat((double) (rows.size() - misses.size()) / rows.size())
        .as("%d of %d rows missed:%n%s", misses.size(), rows.size(), String.join("\n", misses))
        .isGreaterThanOrEqualTo(SHARE);
  }

  private static @Nullable String miss(Map<String, @Nullable Object> row) {
    Choices choices =
        row.get("choices") instanceof Double count
            ? Choices.letters(count.intValue())
            : Choices.YES_NO_MAYBE;
    String completion = text(row, "completion");
    Object truth = row.get("truth");
    @Nullable String stated =
        ChoiceExtractor.find(completion, choices).map(StatedChoice::choice).orElse(null);
    boolean gold = ChoiceExtractor.matches(text(row, "gold"), completion, choices);
    boolean wrong = ChoiceExtractor.matches(text(row, "wrong_gold"), completion, choices);
    boolean right = Objects.equals(stated, truth) && gold == (truth != null) && !wrong;
    return right ? null : row.get("id") + " " + row.get("style") + ": stated " + stated;
  }
}
