package org.openr1.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What open-r1's and TRL's own functions returned: the compatible mode gives the same, the default
 * what was meant. Every file {@code rewards.jsonl.gz} below the golden folder is read, and a kind
 * of row that nothing here knows fails.
 */
class RewardGoldenTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double TOLERANCE = 1e-6;
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** Kinds of rows about code, which have tests of their own. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("code_reward|binary_code_reward|extract_code|cf_.*|ioi_.*");

  /** Recipe names of open-r1's functions. */
  private static final Map<String, String> OPEN_R1 =
      Map.of(
          "accuracy_reward", "accuracy",
          "format_reward", "format",
          "tag_count_reward", "tag_count",
          "reasoning_steps_reward", "reasoning_steps",
          "len_reward", "length",
          "get_cosine_scaled_reward", "cosine",
          "get_repetition_penalty_reward", "repetition_penalty",
          "get_code_format_reward", "code_format",
          "get_soft_overlong_punishment", "soft_overlong_punishment");

  private static final Set<String> TRL =
      Set.of(
          "accuracy_reward",
          "reasoning_accuracy_reward",
          "think_format_reward",
          "get_cosine_scaled_reward",
          "get_repetition_penalty_reward",
          "get_soft_overlong_punishment");

  /** Parameters in recipes by those of open-r1's factories. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "min_value_wrong", "cosine_min_value_wrong",
          "max_value_wrong", "cosine_max_value_wrong",
          "min_value_correct", "cosine_min_value_correct",
          "max_value_correct", "cosine_max_value_correct",
          "max_len", "cosine_max_len",
          "ngram_size", "repetition_n_grams",
          "max_penalty", "repetition_max_penalty");

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int scoredThoughReferenceSkips;

  @Test
  void theDefaultGivesWhatWasMeant() throws IOException {
    run(false);
  }

  @Test
  void theCompatibleModeGivesWhatTheReferenceGave() throws IOException {
    run(true);
  }

  private void run(boolean compatible) throws IOException {
    for (JsonNode row : rows()) {
      String function = row.get("function").asString();
      if (!ELSEWHERE.matcher(function).matches()) {
        check(row, function, compatible);
        counts.merge(row.get("library").asString() + " " + function, 1, Integer::sum);
      }
    }
    System.out.printf(
        "rewards, %s: %d rows %s; golds read that the reference skips: %d; failures: %d%n",
        compatible ? "compatible" : "default",
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        counts,
        scoredThoughReferenceSkips,
        failures.size());
    assertThat(failures).isEmpty();
  }

  private void check(JsonNode row, String function, boolean compatible) {
    String id = row.get("id").asString() + " " + function;
    boolean trl = row.get("library").asString().equals("trl");
    String name = trl && TRL.contains(function) ? "trl/" + function : OPEN_R1.get(function);
    if (name == null) {
      failures.add(id + ": no test for this kind of row");
      return;
    }
    if (row.has("expected_error")) {
      checkError(row, id, name, compatible);
      return;
    }
    List<RewardRow> rows = rewardRows(row);
    RewardFunction reward = RewardRegistry.byName(name, parameters(row, trl, compatible));
    long start = System.nanoTime();
    List<@Nullable Double> scores = reward.score(rows);
    if (Duration.ofNanos(System.nanoTime() - start).compareTo(LONGEST) > 0) {
      failures.add(id + ": took longer than " + LONGEST);
    }
    JsonNode wanted =
        !compatible && row.has("intended") ? row.get("intended") : row.get("expected");
    for (int i = 0; i < Math.max(wanted.size(), scores.size()); i++) {
      Double want = wanted.path(i).isNumber() ? wanted.get(i).asDouble() : null;
      Double score = i < scores.size() ? scores.get(i) : null;
      if (want == null && score != null && function.equals("accuracy_reward")) {
        scoredThoughReferenceSkips++;
      } else if (want == null
          ? score != null
          : score == null || Math.abs(want - score) > TOLERANCE) {
        failures.add(
            "%s[%d]: %s instead of %s for %s %s"
                .formatted(id, i, score, want, row.path("args"), brief(rows.get(i))));
      }
    }
  }

  private static String brief(RewardRow row) {
    String text = row.completion();
    return row.columns() + " " + (text.length() > 200 ? text.substring(0, 200) + "..." : text);
  }

  private void checkError(JsonNode row, String id, String name, boolean compatible) {
    Matcher values =
        Pattern.compile("`([^`]*)`|(-?\\d+\\.\\d+)").matcher(row.get("expected_error").asString());
    String value = values.find() ? values.group().replace("`", "") : "";
    try {
      RewardRegistry.byName(name, parameters(row, false, compatible));
      failures.add(id + ": no error");
    } catch (IllegalArgumentException e) {
      if (!Objects.requireNonNullElse(e.getMessage(), "").contains(value)) {
        failures.add(id + ": the message does not name " + value + ": " + e.getMessage());
      }
    }
  }

  private static Map<String, Object> parameters(JsonNode row, boolean trl, boolean compatible) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (row.get("function").asString().equals("get_cosine_scaled_reward") && !trl) {
      // The factory's default, where open-r1's command line has 0.
      parameters.put("cosine_min_value_wrong", -1.0);
    }
    String function = row.get("function").asString();
    row.path("args")
        .forEachEntry(
            (name, value) -> {
              if (value.isArray()) {
                List<String> items = new ArrayList<>();
                value.forEach(item -> items.add(item.asString()));
                parameters.put(name, String.join(",", items));
              } else if (!value.isNull()) {
                String here = trl ? name : PARAMETERS.getOrDefault(name, name);
                boolean code = function.equals("get_code_format_reward");
                parameters.put(code ? "code_" + here : here, value.asString());
              }
            });
    if (compatible) {
      parameters.put("reference_compatible", true);
    } else if (!trl && Set.of("format_reward", "tag_count_reward").contains(function)) {
      parameters.put("newlines", true);
    }
    return parameters;
  }

  private static List<RewardRow> rewardRows(JsonNode row) {
    List<String> completions = completions(row);
    List<RewardRow> rows = new ArrayList<>();
    for (int i = 0; i < completions.size(); i++) {
      Map<String, String> columns = new LinkedHashMap<>();
      int place = i;
      row.path("columns")
          .forEachEntry(
              (name, values) -> {
                JsonNode value = values.get(place);
                if (!value.isNull()) {
                  columns.put(name, value.isString() ? value.asString() : value.toString());
                }
              });
      List<Integer> ids = null;
      if (row.has("completion_ids")) {
        ids = new ArrayList<>();
        for (JsonNode token : row.get("completion_ids").get(i)) {
          ids.add(token.asInt());
        }
      }
      int tokens = ids == null ? row.path("completion_lengths").path(i).asInt(0) : ids.size();
      rows.add(new RewardRow("q", completions.get(i), tokens, false, columns, ids));
    }
    return rows;
  }

  private static List<String> completions(JsonNode row) {
    List<String> texts = new ArrayList<>();
    if (row.has("completion_parts")) {
      for (JsonNode parts : row.get("completion_parts")) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts) {
          text.repeat(part.get(0).asString(), part.get(1).asInt());
        }
        texts.add(text.toString());
      }
      return texts;
    }
    for (String field : List.of("completions", "completion_lengths", "completion_ids")) {
      if (row.has(field)) {
        row.get(field).forEach(value -> texts.add(value.isString() ? value.asString() : ""));
        return texts;
      }
    }
    throw new IllegalArgumentException("no completions in row " + row.get("id"));
  }

  private static List<JsonNode> rows() throws IOException {
    Path folder = folder();
    List<Path> files = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.filter(file -> file.endsWith("rewards.jsonl.gz")).sorted().toList();
      }
    }
    Assumptions.assumeFalse(
        files.isEmpty(), "no rewards.jsonl.gz in " + folder + " (set -Dopenr1.golden)");
    List<JsonNode> rows = new ArrayList<>();
    for (Path file : files) {
      try (InputStream stream = new GZIPInputStream(Files.newInputStream(file));
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          rows.add(JSON.readTree(line));
        }
      }
    }
    return rows;
  }

  private static Path folder() {
    String named = System.getProperty("openr1.golden", "");
    return root().resolve(named.isEmpty() ? "../shared/golden" : named).normalize();
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
