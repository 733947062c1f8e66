package org.openr1.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void aFailedWriteKeepsTheOldFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("file");
    AtomicFiles.write(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    channel -> {
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aDirectoryReplacesTheOldOneAndWhatAKillLeft() throws IOException {
    Path directory = folder.resolve("output");
    Files.createDirectories(directory.resolve("old"));
    Files.createDirectories(AtomicFiles.temporary(directory).resolve("half"));
    AtomicFiles.writeDirectory(directory, made -> Files.writeString(made.resolve("new"), "text"));
    assertThat(directory)
        .isDirectoryContaining("glob:**new")
        .isDirectoryNotContaining("glob:**old");
    assertThat(directory.resolve("half")).doesNotExist();
    assertThat(AtomicFiles.temporary(directory)).doesNotExist();
  }
}
