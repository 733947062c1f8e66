package org.openr1.reward.user;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lines that go to a command and come from it. */
final class CommandAnswer {
  private static final int SHOWN = 200;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CommandAnswer() {}

  /** A row as one line. */
  static String line(long id, RewardRow row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id);
    json.put("prompt", row.prompt());
    json.put("completion", row.completion());
    json.put("completion_tokens", row.completionTokens());
    json.put("truncated", row.truncated());
    ObjectNode columns = json.putObject("columns");
    row.columns().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(column -> columns.put(column.getKey(), column.getValue()));
    return json.toString();
  }

  /**
   * The reward in an answer: a number, null, or an object with id and reward.
   *
   * @throws CommandFailure for anything else, and for what is no finite number
   */
  static @Nullable Double parse(String line, long id) throws CommandFailure {
    if (line.strip().equalsIgnoreCase("nan")) {
      throw new CommandFailure(CommandFailure.Kind.NOT_FINITE, line.strip());
    }
    JsonNode answer;
    try {
      answer = JSON.readTree(line);
    } catch (JacksonException e) {
      throw nonsense(line);
    }
    JsonNode reward = answer;
    if (answer.isObject()) {
      JsonNode answered = answer.path("id");
      reward = answer.path("reward");
      if (!answered.isIntegralNumber()) {
        throw nonsense(line);
      }
      if (!answered.canConvertToLong() || answered.longValue() != id) {
        throw new CommandFailure(
            CommandFailure.Kind.WRONG_ID, "asked " + id + ", it said " + brief(line));
      }
    }
    if (reward.isNull()) {
      return null;
    }
    if (!reward.isNumber()) {
      throw nonsense(line);
    }
    double value = reward.doubleValue();
    if (!Double.isFinite(value)) {
      throw new CommandFailure(CommandFailure.Kind.NOT_FINITE, brief(line));
    }
    return value;
  }

  private static CommandFailure nonsense(String line) {
    return new CommandFailure(CommandFailure.Kind.NONSENSE, brief(line));
  }

  /** Untrusted text for a message. */
  static String brief(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= SHOWN
        ? plain
        : plain.substring(0, SHOWN) + String.format(Locale.ROOT, "... (%,d)", plain.length());
  }
}
