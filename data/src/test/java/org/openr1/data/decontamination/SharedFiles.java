package org.openr1.data.decontamination;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference values and data sets outside the project; tests are skipped without them. */
final class SharedFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SharedFiles() {}

  static JsonNode golden(String name) {
    Path file = path("openr1.golden", "../shared/golden", name);
    assumeTrue(Files.exists(file), () -> "no " + file);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The lines of a JSON lines file, split at line feeds only. */
  static List<JsonNode> data(String name) {
    Path file = path("openr1.data", "../shared/data", name);
    assumeTrue(Files.exists(file), () -> "no " + file);
    try {
      return Files.readString(file).lines().<JsonNode>map(JSON::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static Path path(String property, String fallback, String name) {
    return Path.of(System.getProperty("openr1.root", ""))
        .resolve(System.getProperty(property, fallback))
        .resolve(name);
  }
}
