package org.openr1.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.model.chat.ChatException;
import org.openr1.model.chat.ChatOptions;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.tokenizer.Tokenizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a JSON Lines file as token ids. Every fault names file, line and key. */
final class Rows {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * One row.
   *
   * @param id its {@code id}, or its number counted from 1
   * @param tokens its token ids
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Row(String id, int[] tokens) {}

  private final Tokenizer tokenizer;
  private final Path model;
  private final int vocabulary;
  private final ChatOptions options;
  private @Nullable ChatTemplate template;

  /**
   * @param model directory whose chat template rows with messages use
   * @param vocabulary ids must lie below it
   * @param options whether rows with messages end where the assistant starts to answer
   */
  Rows(Tokenizer tokenizer, Path model, int vocabulary, ChatOptions options) {
    this.tokenizer = tokenizer;
    this.model = model;
    this.vocabulary = vocabulary;
    this.options = options;
  }

  List<Row> read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          rows.add(row(line, file + ":" + number, number));
        }
      }
    } catch (CharacterCodingException e) {
      throw new InputException(file + ":" + (number + 1) + ": is not UTF-8", e);
    }
    if (rows.isEmpty()) {
      throw new InputException(file + " has no rows");
    }
    return rows;
  }

  private Row row(String line, String place, int number) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new InputException(place + ": is not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (!node.isObject()) {
      throw new InputException(place + ": a row must be a JSON object");
    }
    String id = node.has("id") ? node.path("id").asString() : Integer.toString(number);
    int[] tokens;
    if (node.has("input_ids")) {
      tokens = ids(node.path("input_ids"), place);
    } else if (node.has("messages")) {
      tokens = tokenizer.encode(render(node.path("messages"), place));
    } else {
      JsonNode text = node.has("text") ? node.path("text") : node.path("prompt");
      if (!text.isString()) {
        throw new InputException(
            place
                + ": a row needs input_ids (token ids), text or messages; it has "
                + String.join(", ", node.propertyNames()));
      }
      tokens = tokenizer.encode(text.stringValue());
    }
    if (tokens.length == 0) {
      throw new InputException(place + ": the row has no tokens");
    }
    return new Row(id, tokens);
  }

  private int[] ids(JsonNode array, String place) {
    if (!array.isArray()) {
      throw new InputException(place + ": input_ids must be a list of token ids");
    }
    int[] ids = new int[array.size()];
    for (int i = 0; i < ids.length; i++) {
      JsonNode id = array.path(i);
      if (!id.isIntegralNumber() || !id.canConvertToInt()) {
        throw new InputException(place + ": input_ids[" + i + "] is no token id: " + id);
      }
      ids[i] = id.intValue();
      if (ids[i] < 0 || ids[i] >= vocabulary) {
        throw new InputException(
            "%s: input_ids[%d] is %d, outside the vocabulary of %d"
                .formatted(place, i, ids[i], vocabulary));
      }
    }
    return ids;
  }

  @SuppressWarnings("unchecked")
  private String render(JsonNode messages, String place) {
    for (JsonNode message : messages) {
      if (!message.isObject() || !message.has("role")) {
        throw new InputException(place + ": messages must be objects with role and content");
      }
    }
    if (!messages.isArray() || messages.isEmpty()) {
      throw new InputException(place + ": messages must be a list that is not empty");
    }
    if (template == null) {
      template = ChatTemplate.load(model);
    }
    try {
      return template.render(
          (List<? extends Map<String, ?>>) JSON.treeToValue(messages, List.class), options);
    } catch (ChatException e) {
      throw new InputException(place + ": messages: " + e.getMessage(), e);
    }
  }
}
