package org.openr1.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Files of known verdicts in the folders that {@code openr1.golden} and {@code openr1.data} name,
 * found by listing: another file of the same kind can be dropped in.
 */
public final class VerifyData {
  private VerifyData() {}

  /** A folder of known verdicts. */
  public enum Folder {
    GOLDEN("openr1.golden", "../shared/golden", "verify"),
    DATA("openr1.data", "../shared/data", "verifier");

    private final String property;
    private final String fallback;
    private final String child;

    Folder(String property, String fallback, String child) {
      this.property = property;
      this.fallback = fallback;
      this.child = child;
    }

    Path path() {
      String value = System.getProperty(property, "");
      return root().resolve(value.isEmpty() ? fallback : value).resolve(child).normalize();
    }
  }

  private static Path root() {
    String named = System.getProperty("openr1.root", "");
    if (!named.isEmpty()) {
      return Path.of(named).toAbsolutePath();
    }
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(".git"))) {
      folder = folder.getParent();
    }
    return Objects.requireNonNull(folder, "no .git in the folders above; set -Dopenr1.root");
  }

  /** All rows of all files whose rows have these fields; skips the test when there are none. */
  public static List<Map<String, @Nullable Object>> rows(Folder folder, String... fields) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    Path path = folder.path();
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        List<Map<String, @Nullable Object>> found = TestJson.rows(file);
        if (!found.isEmpty() && found.getFirst().keySet().containsAll(Arrays.asList(fields))) {
          rows.addAll(found);
        }
      }
    }
    Assumptions.assumeFalse(
        rows.isEmpty(),
        () ->
            "%s holds no rows with %s (set -D%s)"
                .formatted(path, Arrays.toString(fields), folder.property));
    return rows;
  }

  private static List<Path> files(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.{jsonl,jsonl.gz}")) {
      entries.forEach(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
    found.sort(null);
    return found;
  }

  /** A text field that must be there. */
  public static String text(Map<String, @Nullable Object> row, String field) {
    return (String) Objects.requireNonNull(row.get(field), field);
  }
}
