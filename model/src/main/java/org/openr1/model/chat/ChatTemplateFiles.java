package org.openr1.model.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds chat template and special tokens in a model directory. */
final class ChatTemplateFiles {
  private static final JsonMapper JSON = new JsonMapper();

  private ChatTemplateFiles() {}

  static ChatTemplate load(Path directory, String name) {
    Path config = directory.resolve("tokenizer_config.json");
    JsonNode settings = Files.exists(config) ? json(config) : JSON.createObjectNode();
    Path own =
        name.equals("default")
            ? directory.resolve("chat_template.jinja")
            : directory.resolve("additional_chat_templates").resolve(name + ".jinja");
    Path from = Files.exists(own) ? own : config;
    String source = Files.exists(own) ? text(own) : named(settings.path("chat_template"), name);
    if (source == null) {
      throw new ModelFileException(
          own, "no such file, and tokenizer_config.json has no chat template named " + name);
    }
    try {
      return ChatTemplate.of(source, specialTokens(directory, settings));
    } catch (ChatException e) {
      throw new ModelFileException(from, String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable String named(JsonNode template, String name) {
    if (template.isString()) {
      return name.equals("default") ? template.stringValue() : null;
    }
    for (JsonNode choice : template) {
      if (choice.path("name").asString("").equals(name) && choice.path("template").isString()) {
        return choice.path("template").stringValue();
      }
    }
    return null;
  }

  static Map<String, String> specialTokens(Path directory, JsonNode settings) {
    Map<String, String> tokens = new LinkedHashMap<>();
    Path map = directory.resolve("special_tokens_map.json");
    if (Files.exists(map)) {
      addTokens(json(map), tokens);
    }
    addTokens(settings, tokens);
    return tokens;
  }

  /** Tokens are written as text or as an object with the text in {@code content}. */
  private static void addTokens(JsonNode settings, Map<String, String> tokens) {
    settings
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              JsonNode content = value.isObject() ? value.path("content") : value;
              if (entry.getKey().endsWith("_token") && content.isString()) {
                tokens.put(entry.getKey(), content.stringValue());
              }
            });
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(text(file));
    } catch (JacksonException e) {
      throw new ModelFileException(file, "is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be read: " + e.getMessage(), e);
    }
  }
}
