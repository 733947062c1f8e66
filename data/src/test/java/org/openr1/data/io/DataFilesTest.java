package org.openr1.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFilesTest {
  @TempDir private Path folder;

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{\"a\": 1}\n");
    }
  }

  private List<String> find(String path, String configuration, String split) {
    return DataFiles.find(folder.resolve(path).toString(), configuration, split).stream()
        .map(file -> folder.relativize(file).toString())
        .toList();
  }

  @Test
  void namesOfFilesTellTheSplit() throws IOException {
    touch(
        "data/train-00001-of-00002.jsonl", "data/train-00000-of-00002.jsonl", "data/test-0.jsonl");
    touch("README.txt", ".cache/train.jsonl", "validation/rows.jsonl");
    assertThat(find("", "", ""))
        .containsExactly("data/train-00000-of-00002.jsonl", "data/train-00001-of-00002.jsonl");
    assertThat(find("", "", "test")).containsExactly("data/test-0.jsonl");
    assertThat(find("", "", "validation")).containsExactly("validation/rows.jsonl");
    assertThatThrownBy(() -> find("", "", "dev2"))
        .hasMessageContaining("no split 'dev2'; there are: test, train, validation");
  }

  @Test
  void aFolderOfOneSplitNeedsNoName() throws IOException {
    touch("one/test.jsonl", "plain/rows.jsonl");
    assertThat(find("one", "", "")).containsExactly("one/test.jsonl");
    assertThat(find("plain", "", "train")).containsExactly("plain/rows.jsonl");
  }

  @Test
  void configurationsAreFoldersOrWhatTheCardSays() throws IOException {
    touch("hard/train.jsonl", "easy/train.jsonl");
    assertThat(find("", "hard", "train")).containsExactly("hard/train.jsonl");
    assertThatThrownBy(() -> find("", "medium", "train"))
        .hasMessageContaining("no configuration 'medium'; there are: [easy, hard]");
    Files.writeString(
        folder.resolve("README.md"),
        """
        ---
        license: mit
        configs:
          - config_name: all
            data_files:
              - {split: train, path: ["easy/*.jsonl", "hard/train.jsonl"]}
              - {split: test, path: "*/train.jsonl"}
          - config_name: default
            data_files: easy/train.jsonl
        ---
        # A card
        """);
    assertThat(find("", "", "")).containsExactly("easy/train.jsonl");
    assertThat(find("", "all", "train")).containsExactly("easy/train.jsonl", "hard/train.jsonl");
    assertThat(find("", "all", "test")).containsExactly("easy/train.jsonl", "hard/train.jsonl");
    assertThatThrownBy(() -> find("", "none", ""))
        .hasMessageContaining("no configuration 'none'; there are: all, default");
  }

  @Test
  void patternsAndFilesAreTakenAsTheyAre() throws IOException {
    touch("a/x-1.jsonl", "a/x-2.jsonl", "b/x-1.jsonl");
    assertThat(find("*/x-1.jsonl", "", "")).containsExactly("a/x-1.jsonl", "b/x-1.jsonl");
    assertThat(find("a/x-2.jsonl", "", "test")).containsExactly("a/x-2.jsonl");
    assertThatThrownBy(() -> find("*/y.jsonl", "", "")).hasMessageContaining("no file matches");
    assertThatThrownBy(() -> find("c", "", "")).hasMessageContaining("no such file or folder");
    Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> find("empty", "", "")).hasMessageContaining("holds no data files");
  }
}
