package org.openr1.data.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class DatasetCardTest {
  @Test
  void theMetadataIsYamlThatTheHubReads(@TempDir Path folder) throws Exception {
    new DatasetCard(
            "My \"set\": one",
            "apache-2.0",
            List.of("en"),
            List.of("math", "a: b"),
            List.of("text-generation"),
            List.of(
                new CardConfig(
                    "default", List.of(new CardSplit("train", "data/train-*.parquet", 1_200))),
                new CardConfig("dropped", List.of(new CardSplit("dropped", "dropped.parquet", 3)))),
            List.of(new CardSection("About", "Text.\n\n")))
        .write(folder);
    String text = Files.readString(folder.resolve("README.md"));
    String[] parts = text.split("---\n", 3);
    JsonNode metadata = new YAMLMapper().readTree(parts[1]);
    assertThat(metadata.path("license").asString()).isEqualTo("apache-2.0");
    assertThat(metadata.path("pretty_name").asString()).isEqualTo("My \"set\": one");
    assertThat(metadata.path("tags").path(1).asString()).isEqualTo("a: b");
    assertThat(metadata.path("size_categories").path(0).asString()).isEqualTo("1K<n<10K");
    JsonNode first = metadata.path("configs").path(0);
    assertThat(first.path("default").asBoolean()).isTrue();
    assertThat(first.path("data_files").path(0).path("path").asString())
        .isEqualTo("data/train-*.parquet");
    assertThat(parts[2]).isEqualTo("\n# My \"set\": one\n\n## About\n\nText.\n");
  }
}
