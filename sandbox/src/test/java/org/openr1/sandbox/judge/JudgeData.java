package org.openr1.sandbox.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the data sets in the folder that {@code openr1.data} names. */
public final class JudgeData {
  private static final Pattern LINE_END = Pattern.compile("\n");
  private static final JsonMapper JSON = new JsonMapper();

  private JudgeData() {}

  /** The rows of a JSON Lines file; skips the test when it is not there. */
  public static List<JsonNode> rows(String file) {
    String value = System.getProperty("openr1.data", "");
    Path path = root().resolve(value.isEmpty() ? "../shared/data" : value).resolve(file);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is missing (set -Dopenr1.data)");
    List<JsonNode> rows = new ArrayList<>();
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      LINE_END
          .splitAsStream(text)
          .filter(line -> !line.isBlank())
          .forEach(line -> rows.add(JSON.readTree(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
    return rows;
  }

  /** A text field that must be there. */
  public static String text(JsonNode row, String field) {
    return Objects.requireNonNull(row.path(field).asString(), field);
  }

  /** A field that is a list of texts. */
  public static List<String> texts(JsonNode row, String field) {
    return row.path(field).values().stream().map(JsonNode::asString).toList();
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
