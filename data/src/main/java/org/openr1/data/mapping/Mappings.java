package org.openr1.data.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The mappings that ship with the project, by name. */
public final class Mappings {
  private static final List<String> NAMES =
      List.of(
          "aime",
          "dapo_math",
          "gpqa",
          "gpqa_original",
          "gsm8k",
          "humaneval",
          "humaneval_original",
          "leetcode",
          "math",
          "mbpp",
          "mmlu",
          "open_r1_math",
          "problem",
          "pubmedqa",
          "svamp");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Mappings() {}

  /** The names there are, in alphabetical order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The mapping of that name.
   *
   * @throws IllegalArgumentException for a name there is not, naming those there are
   */
  public static ColumnMapping named(String name) {
    return parse(name, text(name));
  }

  /** The mapping of that name as YAML text, to be copied and changed. */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no mapping '%s'; there are: %s".formatted(name, String.join(", ", NAMES)));
    }
    try (InputStream in = Mappings.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + ".yaml is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + name + ".yaml", e);
    }
  }

  private static ColumnMapping parse(String name, String yaml) {
    try {
      return YAML.readValue(yaml, ColumnMapping.class);
    } catch (JacksonException e) {
      throw new IllegalStateException("mapping " + name + ": " + e.getOriginalMessage(), e);
    }
  }
}
