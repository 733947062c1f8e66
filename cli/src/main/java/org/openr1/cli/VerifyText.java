package org.openr1.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.Verdict;
import org.openr1.verify.extraction.FoundAnswer;

/** One verdict in lines to read. */
final class VerifyText {
  private VerifyText() {}

  static void write(Verdict verdict, PrintWriter out) {
    out.println("status   " + verdict.status().id() + meaning(verdict.status()));
    out.println("rule     " + verdict.rule());
    side("gold", verdict.gold(), verdict.goldForm(), out);
    side("answer", verdict.answer(), verdict.answerForm(), out);
    out.printf(Locale.ROOT, "work     %,d units, %.3f ms%n", verdict.work(), verdict.nanos() / 1e6);
  }

  private static String meaning(Verdict.Status status) {
    return switch (status) {
      case EQUAL -> "";
      case DIFFERENT -> "";
      case UNDECIDED -> ": neither was shown within the bounds; counts as wrong";
      case NO_GOLD -> ": the gold text holds no answer; counts as wrong";
      case NO_ANSWER -> ": the answer text holds no answer; counts as wrong";
    };
  }

  private static void side(String name, @Nullable FoundAnswer found, String form, PrintWriter out) {
    String label = String.format(Locale.ROOT, "%-9s", name);
    if (found == null) {
      out.println(label + "nothing found");
      return;
    }
    out.println(label + found.text());
    out.printf(
        Locale.ROOT,
        "  found    by %s%s, characters %d to %d%n",
        found.rule().name().toLowerCase(Locale.ROOT),
        found.latex() ? " as LaTeX" : "",
        found.start(),
        found.end());
    if (!form.isEmpty()) {
      out.println("  form     " + form);
    }
  }
}
