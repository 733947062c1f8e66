package org.openr1.model.directory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;
import org.openr1.model.config.ModelConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model's generation_config.json says.
 *
 * @param bosTokenId beginning of a sequence, if any
 * @param eosTokenIds ids that end a sequence; may be empty
 * @param padTokenId padding, if any
 * @param temperature the author's sampling temperature, if given
 * @param topK the author's top-k, if given
 * @param topP the author's top-p, if given
 * @param repetitionPenalty the author's repetition penalty, if given
 */
public record GenerationDefaults(
    @Nullable Integer bosTokenId,
    List<Integer> eosTokenIds,
    @Nullable Integer padTokenId,
    @Nullable Double temperature,
    @Nullable Integer topK,
    @Nullable Double topP,
    @Nullable Double repetitionPenalty) {
  /** The name of the file. */
  public static final String FILE = "generation_config.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Copies the list. */
  public GenerationDefaults {
    eosTokenIds = List.copyOf(eosTokenIds);
  }

  /** What follows from config.json alone. */
  public static GenerationDefaults of(ModelConfig config) {
    return new GenerationDefaults(
        config.bosTokenId(), config.eosTokenIds(), config.padTokenId(), null, null, null, null);
  }

  /**
   * Reads the file of a model directory, or derives the settings from config.json where there is
   * none.
   *
   * @throws ModelFileException when the file is malformed
   */
  public static GenerationDefaults read(Path directory, ModelConfig config) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return of(config);
    }
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new ModelFileException(file, "is not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (!root.isObject()) {
      throw new ModelFileException(file, "is not a JSON object");
    }
    List<Integer> ends = ids(file, root, "eos_token_id");
    return new GenerationDefaults(
        first(ids(file, root, "bos_token_id")),
        ends.isEmpty() ? config.eosTokenIds() : ends,
        first(ids(file, root, "pad_token_id")),
        number(file, root, "temperature"),
        integer(file, root, "top_k"),
        number(file, root, "top_p"),
        number(file, root, "repetition_penalty"));
  }

  /** The file's text with the special ids, for a model that has no such file yet. */
  public String toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("bos_token_id", bosTokenId);
    if (eosTokenIds.size() > 1) {
      eosTokenIds.forEach(root.putArray("eos_token_id")::add);
    } else {
      root.put("eos_token_id", eosTokenIds.isEmpty() ? null : eosTokenIds.getFirst());
    }
    root.put("pad_token_id", padTokenId);
    return JSON.writeValueAsString(root) + "\n";
  }

  private static @Nullable Integer first(List<Integer> ids) {
    return ids.isEmpty() ? null : ids.getFirst();
  }

  private static List<Integer> ids(Path file, JsonNode root, String key) {
    JsonNode value = root.path(key);
    List<Integer> ids = new ArrayList<>();
    if (value.isMissingNode() || value.isNull()) {
      return ids;
    }
    for (JsonNode id : value.isArray() ? value : List.of(value)) {
      if (!id.isIntegralNumber() || !id.canConvertToInt()) {
        throw new ModelFileException(file, key, "must be a token id, is " + value);
      }
      ids.add(id.asInt());
    }
    return ids;
  }

  private static @Nullable Integer integer(Path file, JsonNode root, String key) {
    List<Integer> values = ids(file, root, key);
    return first(values);
  }

  private static @Nullable Double number(Path file, JsonNode root, String key) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw new ModelFileException(file, key, "must be a number, is " + value);
    }
    return value.asDouble();
  }
}
