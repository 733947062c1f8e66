package org.openr1.verify.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.verify.TestJson;

/** The golden files of completions with a known choice, however many there are. */
class ChoiceGoldenTest {
  private static final double SHARE = 0.967;

  @TestFactory
  Stream<DynamicTest> choicesOfTheGoldenFilesAreFound() {
    Path folder = folder();
    List<Path> files = Files.isDirectory(folder) ? files(folder) : List.of();
    if (files.isEmpty()) {
      return Stream.of(
          dynamicTest(
              "multiple choice",
              () -> Assumptions.abort(folder + " holds no such file (set -Dopenr1.golden)")));
    }
    return files.stream().map(f -> dynamicTest(f.getFileName().toString(), () -> check(f)));
  }

  private static void check(Path file) {
    List<String> misses = new ArrayList<>();
    List<Map<String, @Nullable Object>> rows = TestJson.rows(file);
    for (Map<String, @Nullable Object> row : rows) {
      String miss = miss(row);
      if (miss != null) {
        misses.add(miss);
      }
    }
    double right = (double) (rows.size() - misses.size()) / rows.size();
    assertThat(right)
        .as("%d of %d rows missed:%n%s", misses.size(), rows.size(), String.join("\n", misses))
        .isGreaterThanOrEqualTo(SHARE);
  }

  private static @Nullable String miss(Map<String, @Nullable Object> row) {
    Choices choices =
        row.get("choices") instanceof Double count
            ? Choices.letters(count.intValue())
            : Choices.YES_NO_MAYBE;
    String text = text(row, "completion");
    Object truth = row.get("truth");
    @Nullable String stated =
        ChoiceExtractor.find(text, choices).map(StatedChoice::choice).orElse(null);
    boolean gold = ChoiceExtractor.matches(text(row, "gold"), text, choices);
    boolean wrong = ChoiceExtractor.matches(text(row, "wrong_gold"), text, choices);
    boolean right = Objects.equals(stated, truth) && gold == (truth != null) && !wrong;
    return right ? null : row.get("id") + " " + row.get("style") + ": stated " + stated;
  }

  private static String text(Map<String, @Nullable Object> row, String field) {
    return (String) Objects.requireNonNull(row.get(field), field);
  }

  /** {@code verify} in the folder that {@code openr1.golden} names, from {@code openr1.root} on. */
  private static Path folder() {
    String root = System.getProperty("openr1.root", "");
    String golden = System.getProperty("openr1.golden", "");
    return (root.isEmpty() ? repositoryRoot() : Path.of(root))
        .toAbsolutePath()
        .resolve(golden.isEmpty() ? "../shared/golden" : golden)
        .resolve("verify")
        .normalize();
  }

  private static Path repositoryRoot() {
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(".git"))) {
      folder = folder.getParent();
    }
    return Objects.requireNonNull(folder, "no .git in the folders above; set -Dopenr1.root");
  }

  private static List<Path> files(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jsonl.gz")) {
      for (Path entry : entries) {
        List<Map<String, @Nullable Object>> rows = TestJson.rows(entry);
        if (!rows.isEmpty()
            && rows.getFirst().containsKey("choices")
            && rows.getFirst().containsKey("completion")) {
          found.add(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
    found.sort(null);
    return found;
  }
}
