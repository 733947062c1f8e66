package org.openr1.reward.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code reward/rewards.jsonl.gz} in the folder that {@code openr1.golden} names. */
final class RewardGolden {
  static final JsonMapper JSON = new JsonMapper();

  private RewardGolden() {}

  /** The rows of a function; skips the test without the file. */
  static List<JsonNode> rows(String function) {
    String named = System.getProperty("openr1.golden", "");
    Path file =
        root()
            .resolve(named.isEmpty() ? "../shared/golden" : named)
            .resolve("reward/rewards.jsonl.gz")
            .normalize();
    Assumptions.assumeTrue(Files.exists(file), () -> file + " is missing (set -Dopenr1.golden)");
    List<JsonNode> rows = new ArrayList<>();
    for (String line : read(file).lines().toList()) {
      JsonNode row = line.isBlank() ? JSON.nullNode() : JSON.readTree(line);
      if (row.path("function").asString("").equals(function)) {
        rows.add(row);
      }
    }
    Assumptions.assumeFalse(rows.isEmpty(), () -> file + " has no rows of " + function);
    return rows;
  }

  private static String read(Path file) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
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
}
