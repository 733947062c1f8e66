package org.openr1.model;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reference values for tests: finds the folders, lists their cases and reads JSON Lines.
 *
 * <p>Each {@link Root} is named by a system property, relative ones starting at the repository root
 * ({@code openr1.root}). A test that needs a folder which is not there is skipped, never passed.
 */
public final class GoldenFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GoldenFiles() {}

  /** A folder of reference values and the system property that names it. */
  public enum Root {
    /** Golden values made by the reference implementations. */
    GOLDEN("openr1.golden", "../shared/golden"),
    /** Data sets. */
    DATA("openr1.data", "../shared/data"),
    /** Models and tokenizers that the fetch scripts bring. */
    MODELS("openr1.models", ".cache/models");

    private final String property;
    private final String fallback;

    Root(String property, String fallback) {
      this.property = property;
      this.fallback = fallback;
    }

    /** The folder this root stands for, whether it is there or not. */
    public Path path() {
      String value = System.getProperty(property, "");
      return repositoryRoot().resolve(value.isEmpty() ? fallback : value).normalize();
    }
  }

  /** The repository's root: {@code openr1.root}, or the nearest folder upwards that holds .git. */
  public static Path repositoryRoot() {
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

  /** A file or folder of a root; skips the running test when it is missing. */
  public static Path require(Root root, String relative) {
    Path path = root.path().resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path), () -> path + " is missing (set -D" + root.property + ")");
    return path;
  }

  /** The entries of a folder whose names match the glob, sorted; skips when there are none. */
  public static List<Path> cases(Root root, String folder, String glob) {
    Path path = require(root, folder);
    List<Path> found = list(path, glob);
    Assumptions.assumeFalse(found.isEmpty(), () -> path + " holds no " + glob);
    return found;
  }

  /**
   * One dynamic test for each entry of a folder that matches the glob. Without the folder or
   * without a match there is one test that is reported as skipped.
   */
  public static Stream<DynamicTest> tests(
      Root root, String folder, String glob, ThrowingConsumer<Path> test) {
    Path path = root.path().resolve(folder);
    List<Path> found = Files.isDirectory(path) ? list(path, glob) : List.of();
    if (found.isEmpty()) {
      return Stream.of(dynamicTest(folder, () -> cases(root, folder, glob)));
    }
    return found.stream().map(p -> dynamicTest(p.getFileName().toString(), () -> test.accept(p)));
  }

  /** The lines of a {@code .jsonl} or {@code .jsonl.gz} file as JSON, in order; no blank ones. */
  public static List<JsonNode> jsonLines(Path file) {
    List<JsonNode> rows = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          rows.add(JSON.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    return rows;
  }

  /** A JSON file. */
  public static JsonNode json(Path file) {
    return JSON.readTree(file.toFile());
  }

  private static List<Path> list(Path folder, String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
    found.sort(null);
    return found;
  }
}
