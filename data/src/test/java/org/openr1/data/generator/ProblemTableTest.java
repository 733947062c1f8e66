package org.openr1.data.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of all generators in docs/problems.md; {@code -Dopenr1.docs.write=true} writes it. */
class ProblemTableTest {
  private static final String BEGIN = "<!-- generators: begin -->\n";
  private static final String END = "<!-- generators: end -->\n";

  @Test
  void theTableInTheDocumentationIsMadeFromTheGenerators() throws IOException {
    Path file = Path.of(System.getProperty("openr1.root", ".."), "docs", "problems.md");
    String text = Files.readString(file);
    String made =
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + table()
            + text.substring(text.indexOf(END));
    if (Boolean.getBoolean("openr1.docs.write")) {
      Files.writeString(file, made);
    }
    assertThat(Files.readString(file)).isEqualTo(made);
  }

  private static String table() {
    return "%d generators, each with a problem of level 1 (line breaks shown as ⏎):\n\n"
            .formatted(Generators.all().size())
        + "| Domain | Generator | Checker | Example | Answer |\n|---|---|---|---|---|\n"
        + Generators.all().stream().map(ProblemTableTest::row).collect(Collectors.joining());
  }

  private static String row(ProblemGenerator generator) {
    GeneratedProblem problem = generator.draw(new SplittableRandom(1), 1);
    return "| `%s` | `%s` | `%s` | %s | %s |\n"
        .formatted(
            generator.domain(),
            generator.name(),
            problem.checker().name().toLowerCase(Locale.ROOT),
            code(problem.question()),
            code(problem.answer()));
  }

  /** As code, so that nothing in it is taken for Markdown. */
  private static String code(String text) {
    return "`" + text.replace("\n", " ⏎ ").replace("|", "\\|") + "`";
  }
}
