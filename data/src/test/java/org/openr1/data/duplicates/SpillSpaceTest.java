package org.openr1.data.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.data.io.DataFileException;

class SpillSpaceTest {
  @TempDir private Path folder;

  @Test
  void filesAreReadBackAndDeletedAtTheEnd() {
    Path inner = folder.resolve("made/on/demand");
    try (SpillSpace space = SpillSpace.open(inner, "job")) {
      SpillFile file = space.create("part");
      file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 10);
      file.write(ByteBuffer.wrap(new byte[] {4}), 0);
      byte[] read = new byte[3];
      file.read(ByteBuffer.wrap(read), 10);
      assertThat(read).containsExactly(1, 2, 3);
      assertThat(space.bytes()).isEqualTo(13);
      assertThatThrownBy(() -> file.read(ByteBuffer.allocate(4), 10))
          .isInstanceOf(DataFileException.class)
          .hasMessageContaining("ends before byte 13");
      file.close();
      assertThat(space.bytes()).isZero();
      assertThat(space.peakBytes()).isEqualTo(13);
      space.create("left open");
    }
    assertThat(inner).isEmptyDirectory();
  }

  @Test
  void whatAKilledRunLeftIsDeletedAndNothingElse() throws IOException {
    Files.writeString(folder.resolve("job-3-signatures.spill"), "left");
    Files.writeString(folder.resolve("job.spill-lock"), "left");
    Files.writeString(folder.resolve("job2-3-signatures.spill"), "another job's");
    Files.writeString(folder.resolve("data.jsonl"), "{}");
    try (SpillSpace space = SpillSpace.open(folder, "job")) {
      assertThat(space.bytes()).isZero();
      assertThat(folder.resolve("job-3-signatures.spill")).doesNotExist();
    }
    assertThat(folder)
        .isDirectoryNotContaining("glob:**job.spill-lock")
        .isDirectoryContaining("glob:**job2-3-signatures.spill")
        .isDirectoryContaining("glob:**data.jsonl");
  }

  @Test
  void twoRunningJobsOfOneNameAreKeptApart() {
    try (SpillSpace space = SpillSpace.open(folder, "job");
        SpillSpace other = SpillSpace.open(folder, "other")) {
      SpillFile file = space.create("part");
      assertThatThrownBy(() -> SpillSpace.open(folder, "job"))
          .isInstanceOf(DataFileException.class)
          .hasMessageContaining("another running job");
      file.write(ByteBuffer.wrap(new byte[1]), 0);
      assertThat(other.bytes()).isZero();
    }
    SpillSpace.open(folder, "job").close();
  }

  @Test
  void missingSpaceIsSaidWithTheNumbers() {
    try (SpillSpace space = SpillSpace.open(folder, "job")) {
      space.require(1);
      assertThatThrownBy(() -> space.require(1L << 60))
          .isInstanceOf(DataFileException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("1,152,921,504,606,846,976 bytes")
          .hasMessageContaining("are free");
      assertThatThrownBy(() -> space.require(-1)).hasMessageContaining("-1");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> SpillSpace.open(file.resolve("inside"), "job"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("inside");
  }

  @Test
  void anOwnerThatCouldLeaveTheFolderIsRefused() {
    assertThatThrownBy(() -> SpillSpace.open(folder, "../job"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../job");
  }
}
