package org.openr1.data.generator.science;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Weekdays, days between dates and dates after days, in the Gregorian calendar. */
record CalendarDates() implements ProblemGenerator {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final int DAYS = 60_000;

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public String domain() {
    return "science";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    LocalDate date = FIRST.plusDays(random.nextInt(DAYS));
    int days = Draws.between(random, 5, 20 * level * level * level);
    LocalDate later = date.plusDays(days);
    return switch (random.nextInt(3)) {
      case 0 ->
          new GeneratedProblem(
              "%s is a %s. Which day of the week is %s? Answer with the English name of the day."
                  .formatted(date, day(date), later),
              day(later),
              Checker.EXACT);
      case 1 ->
          new GeneratedProblem(
              "How many days after %s is %s? Answer with a number.".formatted(date, later),
              Long.toString(ChronoUnit.DAYS.between(date, later)),
              Checker.MATH);
      default ->
          new GeneratedProblem(
              "Which date is %d days after %s? Answer in the form YYYY-MM-DD."
                  .formatted(days, date),
              later.toString(),
              Checker.EXACT);
    };
  }

  private static String day(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
