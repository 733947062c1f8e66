package org.openr1.data.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The configurations and splits that a dataset's card ({@code README.md}) names. */
final class CardFiles {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String FENCE = "---";
  private static final String TRAIN = "train";

  private CardFiles() {}

  /** Patterns of files by split, by configuration; empty where the card names none. */
  static SortedMap<String, SortedMap<String, List<String>>> of(Path folder) {
    SortedMap<String, SortedMap<String, List<String>>> configurations = new TreeMap<>();
    Path card = folder.resolve("README.md");
    if (!Files.isRegularFile(card)) {
      return configurations;
    }
    for (JsonNode each : metadata(card).path("configs")) {
      SortedMap<String, List<String>> splits = new TreeMap<>();
      add(splits, each.path("data_files"));
      if (!splits.isEmpty()) {
        configurations.put(each.path("config_name").asString("default"), splits);
      }
    }
    return configurations;
  }

  private static void add(SortedMap<String, List<String>> splits, JsonNode files) {
    if (files.isString()) {
      put(splits, TRAIN, files);
    } else if (files.isObject()) {
      files.properties().forEach(each -> put(splits, each.getKey(), each.getValue()));
    } else {
      for (JsonNode each : files) {
        if (each.isString()) {
          put(splits, TRAIN, each);
        } else {
          put(splits, each.path("split").asString(TRAIN), each.path("path"));
        }
      }
    }
  }

  private static void put(SortedMap<String, List<String>> splits, String split, JsonNode paths) {
    List<String> all = splits.computeIfAbsent(split, name -> new ArrayList<>());
    if (paths.isArray()) {
      paths.forEach(path -> all.add(path.asString()));
    } else {
      all.add(paths.asString());
    }
  }

  private static JsonNode metadata(Path card) {
    try {
      String text = Files.readString(card);
      int end = text.indexOf("\n" + FENCE, FENCE.length());
      return text.startsWith(FENCE) && end > 0
          ? YAML.readTree(text.substring(FENCE.length(), end))
          : YAML.createObjectNode();
    } catch (IOException | JacksonException e) {
      throw new DataFileException(
          card, "the metadata of the card cannot be read: " + e.getMessage(), e);
    }
  }
}
