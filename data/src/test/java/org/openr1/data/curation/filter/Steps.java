package org.openr1.data.curation.filter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openr1.data.Message;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.data.duplicates.SpillSpace;
import org.openr1.verify.Checker;

/** Rows and runs of steps for tests. */
final class Steps {
  private Steps() {}

  static CurationRow row(long number, String question, String answer) {
    return row(number, question, answer, "math", 0, Map.of());
  }

  static CurationRow row(
      long number,
      String question,
      String answer,
      String domain,
      int level,
      Map<String, String> columns) {
    return new CurationRow(
        number,
        "id-" + number,
        "set",
        domain,
        question,
        List.of(Message.user(question)),
        answer,
        Checker.MATH,
        level,
        "en",
        "mit",
        "rows.jsonl:" + number,
        "train",
        new TreeMap<>(columns),
        new TreeMap<>());
  }

  /** Reason of each row, {@code kept} for those that stay. */
  static List<String> reasons(CurationStep step, List<CurationRow> rows, Path folder) {
    List<String> reasons = new ArrayList<>();
    switch (step) {
      case CurationStep.RowFilter filter ->
          rows.forEach(row -> reasons.add(reason(filter.check(row))));
      case CurationStep.SetFilter filter -> {
        try (SpillSpace spill = SpillSpace.open(folder, "test");
            CurationStep.Decisions decisions = filter.decide(new Listed(rows), spill)) {
          rows.forEach(row -> reasons.add(reason(decisions.of(row))));
        }
      }
    }
    return reasons;
  }

  private record Listed(List<CurationRow> rows) implements CurationStep.Rows {
    @Override
    public long count() {
      return rows.size();
    }

    @Override
    public void forEach(Consumer<CurationRow> visitor) {
      rows.forEach(visitor);
    }
  }

  private static String reason(Verdict verdict) {
    return verdict instanceof Verdict.Drop drop ? drop.reason() : "kept";
  }
}
