package org.openr1.cli;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;
import org.openr1.pipeline.recipe.NearestName;
import tools.jackson.databind.JsonNode;

/** Reads all rows once before any work: faults of the file and wrong columns are found at once. */
final class VerifyScan {
  private static final int MOST_NAMES = 40;

  private final VerifySettings settings;
  private final Set<String> names = new LinkedHashSet<>();
  private boolean goldSeen;
  private boolean answerSeen;

  private VerifyScan(VerifySettings settings) {
    this.settings = settings;
  }

  /**
   * The number of rows.
   *
   * @param stopped when it says true the reading ends early
   */
  static long count(VerifySettings settings, BooleanSupplier stopped) {
    VerifyScan scan = new VerifyScan(settings);
    long rows = 0;
    try (RowSource source = RowSource.open(settings.input())) {
      for (JsonRow row = source.next();
          row != null && !stopped.getAsBoolean();
          row = source.next()) {
        scan.see(row);
        rows++;
      }
    }
    if (rows == 0 && !stopped.getAsBoolean()) {
      throw new InputException(settings.input() + " has no rows");
    }
    if (!stopped.getAsBoolean()) {
      scan.requireColumns();
    }
    return rows;
  }

  private void see(JsonRow row) {
    if (names.size() < MOST_NAMES) {
      names.addAll(row.fields().propertyNames());
    }
    goldSeen = see(row, settings.columns().gold(), goldSeen);
    answerSeen = see(row, settings.columns().answer(), answerSeen);
  }

  /** The first value of a column tells its kind; a later list is the matter of its row alone. */
  private static boolean see(JsonRow row, String column, boolean seen) {
    JsonNode value = row.fields().get(column);
    if (!seen && value != null && value.isContainer()) {
      throw row.failure(
          "column '%s' holds %s; texts or numbers are needed"
              .formatted(column, value.isArray() ? "lists" : "objects"));
    }
    return seen || value != null;
  }

  private void requireColumns() {
    if (!goldSeen) {
      throw missing("--gold-column", settings.columns().gold());
    }
    if (!answerSeen) {
      throw missing("--answer-column", settings.columns().answer());
    }
  }

  private InputException missing(String option, String column) {
    Collection<String> known = names;
    String hint = NearestName.of(column, known).map(n -> " (did you mean '" + n + "'?)").orElse("");
    return new InputException(
        "%s: no row has the column '%s'%s; there are: %s. %s NAME reads another one."
            .formatted(settings.input(), column, hint, String.join(", ", known), option));
  }
}
