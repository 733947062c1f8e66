package org.openr1.pipeline.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML into {@link Node}s; keys given twice and anchors are refused. */
public final class YamlReader {
  private final String source;
  private final YAMLParser parser;

  private YamlReader(String source, YAMLParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * Reads the file's one mapping.
   *
   * @throws RecipeException with file and line where it is not readable or not a mapping
   */
  public static Node.Mapping read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new RecipeException("There is no recipe " + file, e);
    } catch (IOException e) {
      throw new RecipeException("Cannot read the recipe " + file + ": " + e.getMessage(), e);
    }
    return parseMapping(file.toString(), text);
  }

  /** Parses text whose root is a mapping; {@code source} names it in messages. */
  public static Node.Mapping parseMapping(String source, String text) {
    Node node = parse(source, text);
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw new RecipeException(
        new Origin(source, 1), "a mapping of keys is wanted, found " + node.describe());
  }

  /** Parses any YAML value. */
  public static Node parse(String source, String text) {
    try (YAMLParser parser = (YAMLParser) new YAMLMapper().createParser(text)) {
      YamlReader reader = new YamlReader(source, parser);
      if (parser.nextToken() == null) {
        return new Node.Scalar(null, new Origin(source, 1));
      }
      Node root = reader.node();
      if (parser.nextToken() != null) {
        throw new RecipeException(reader.here(), "one document is wanted, a second begins here");
      }
      return root;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String first = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new RecipeException(new Origin(source, line), "not valid YAML: " + first);
    }
  }

  private Origin here() {
    return new Origin(source, Math.max(1, parser.currentTokenLocation().getLineNr()));
  }

  private Node node() {
    Origin origin = here();
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new RecipeException(
          origin, "anchors and aliases (& and *) are not read; use the recipe's 'defaults'");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(origin);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node());
      }
      return new Node.Sequence(items, origin);
    }
    return new Node.Scalar(token == JsonToken.VALUE_NULL ? null : parser.getString(), origin);
  }

  private Node mapping(Origin origin) {
    SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Origin keyOrigin = here();
      parser.nextToken();
      Node value = node();
      if (entries.put(key, new Node.Entry(value, keyOrigin)) != null) {
        throw new RecipeException(keyOrigin, "the key '" + key + "' is given twice");
      }
    }
    return new Node.Mapping(entries, origin);
  }
}
