package org.openr1.model.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the JSON files of a model directory say about its tokens, beyond what encoding needs.
 *
 * @param addedTokens added tokens by their text, in file order
 * @param vocabulary ids of the model's own vocabulary by their (byte-level) spelling
 * @param bosId beginning-of-sequence token, where one is declared
 * @param eosId end-of-sequence token, where one is declared
 * @param padId padding token, where one is declared
 */
record TokenizerFiles(
    SequencedMap<String, AddedToken> addedTokens,
    Map<String, Integer> vocabulary,
    OptionalInt bosId,
    OptionalInt eosId,
    OptionalInt padId) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads {@code tokenizer.json} and, where they exist, {@code tokenizer_config.json}, {@code
   * special_tokens_map.json}, {@code generation_config.json} and {@code config.json}.
   */
  static TokenizerFiles read(Path directory, byte[] tokenizerJson) {
    SequencedMap<String, AddedToken> added = new LinkedHashMap<>();
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    Path file = directory.resolve("tokenizer.json");
    try (JsonParser parser = JSON.createParser(tokenizerJson)) {
      readTokenizer(file, parser, added, vocabulary);
    } catch (JacksonException e) {
      throw new ModelFileException(file, "not readable as JSON: " + e.getOriginalMessage(), e);
    }
    if (vocabulary.isEmpty() && added.isEmpty()) {
      throw new ModelFileException(file, "holds neither model.vocab nor added_tokens");
    }
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    List<String> names =
        List.of(
            "tokenizer_config.json",
            "special_tokens_map.json",
            "generation_config.json",
            "config.json");
    for (String name : names) {
      @Nullable JsonNode node = readIfPresent(directory.resolve(name));
      if (node != null) {
        settings.put(name, node);
      }
    }
    return new TokenizerFiles(
        added,
        vocabulary,
        special(directory, settings, "bos", added, vocabulary),
        special(directory, settings, "eos", added, vocabulary),
        special(directory, settings, "pad", added, vocabulary));
  }

  /** The id of a piece of text that is one token: an added token or a vocabulary entry. */
  OptionalInt idOf(String token) {
    return idOf(token, addedTokens, vocabulary);
  }

  /** One more than the largest id. */
  int size() {
    return Stream.concat(
                vocabulary.values().stream(), addedTokens.values().stream().map(AddedToken::id))
            .mapToInt(Integer::intValue)
            .max()
            .orElse(-1)
        + 1;
  }

  private static void readTokenizer(
      Path file,
      JsonParser parser,
      Map<String, AddedToken> added,
      Map<String, Integer> vocabulary) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new ModelFileException(file, "is not a JSON object");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("added_tokens") && value == JsonToken.START_ARRAY) {
        JsonNode tokens = parser.readValueAsTree();
        for (JsonNode token : tokens) {
          JsonNode id = token.path("id");
          JsonNode content = token.path("content");
          if (!id.isInt() || id.asInt() < 0 || !content.isString()) {
            throw new ModelFileException(file, "added token without a valid id and content");
          }
          String text = content.asString();
          boolean special = token.path("special").asBoolean(false);
          added.put(text, new AddedToken(id.asInt(), text, special));
        }
      } else if (name.equals("model") && value == JsonToken.START_OBJECT) {
        readModel(file, parser, vocabulary);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void readModel(Path file, JsonParser parser, Map<String, Integer> vocabulary) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (!name.equals("vocab") || value != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String token = parser.currentName();
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
          throw new ModelFileException(file, "id of token '" + token + "' is not an integer");
        }
        vocabulary.put(token, parser.getIntValue());
      }
    }
  }

  private static @Nullable JsonNode readIfPresent(Path file) {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new ModelFileException(file, "not readable as JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The declared token first by text ({@code eos_token}, a string or an object with {@code
   * content}), then by id ({@code eos_token_id}, a number or a list whose first entry counts).
   */
  private static OptionalInt special(
      Path directory,
      Map<String, JsonNode> settings,
      String kind,
      Map<String, AddedToken> added,
      Map<String, Integer> vocabulary) {
    for (Map.Entry<String, JsonNode> entry : settings.entrySet()) {
      JsonNode token = entry.getValue().path(kind + "_token");
      JsonNode text = token.isObject() ? token.path("content") : token;
      if (text.isString()) {
        OptionalInt id = idOf(text.asString(), added, vocabulary);
        if (id.isEmpty()) {
          throw new ModelFileException(
              directory.resolve(entry.getKey()),
              kind + "_token '" + text.asString() + "' is not a token of tokenizer.json");
        }
        return id;
      }
      JsonNode number = entry.getValue().path(kind + "_token_id");
      JsonNode id = number.isArray() && !number.isEmpty() ? number.get(0) : number;
      if (id.isInt() && id.asInt() >= 0) {
        return OptionalInt.of(id.asInt());
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt idOf(
      String token, Map<String, AddedToken> added, Map<String, Integer> vocabulary) {
    @Nullable AddedToken match = added.get(token);
    @Nullable Integer entry = match == null ? vocabulary.get(token) : (Integer) match.id();
    return entry == null ? OptionalInt.empty() : OptionalInt.of(entry);
  }
}
