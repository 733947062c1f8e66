package org.openr1.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
  @TempDir Path directory;

  private static void content(Path target) throws IOException {
    Files.createDirectories(target.resolve("deeper"));
    Files.writeString(target.resolve("deeper").resolve("weights"), "abc");
  }

  @Test
  void anEmptyDirectoryHasNoCheckpoint() {
    assertThat(new CheckpointStore(directory.resolve("new"), 1).latest()).isEmpty();
  }

  @Test
  void theNewestIsFoundByNumberAndOldOnesGo() {
    CheckpointStore store = new CheckpointStore(directory, 2);
    for (long step : new long[] {2, 9, 10}) {
      store.save(step, Map.of("epoch", 0.5), CheckpointStoreTest::content);
    }
    Checkpoint latest = store.latest().orElseThrow();
    assertThat(latest.step()).isEqualTo(10);
    assertThat(latest.state().path("global_step").asLong()).isEqualTo(10);
    assertThat(latest.state().path("epoch").asDouble()).isEqualTo(0.5);
    assertThat(latest.directory().resolve("deeper/weights")).hasContent("abc");
    assertThat(directory.resolve("checkpoint-9")).exists();
    assertThat(directory.resolve("checkpoint-2")).doesNotExist();
  }

  @Test
  void aFailedWriteLeavesTheOldCheckpointAsTheLatest() {
    CheckpointStore store = new CheckpointStore(directory, 1);
    store.save(1, Map.of(), CheckpointStoreTest::content);
    assertThatThrownBy(
            () ->
                store.save(
                    2,
                    Map.of(),
                    target -> {
                      content(target);
                      throw new IOException("disk full");
                    }))
        .hasMessageContaining("disk full");
    assertThat(new CheckpointStore(directory, 1).latest().orElseThrow().step()).isEqualTo(1);
  }

  @Test
  void leftoversOfAKilledProcessAreRemovedOnOpening() throws IOException {
    content(directory.resolve("checkpoint-7.part"));
    content(directory.resolve(".checkpoint-3.old"));
    assertThat(new CheckpointStore(directory, 1).latest()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aStepThatHasACheckpointKeepsIt() {
    CheckpointStore store = new CheckpointStore(directory, 1);
    store.save(1, Map.of("first", true), CheckpointStoreTest::content);
    store.save(1, Map.of("first", false), CheckpointStoreTest::content);
    assertThat(store.latest().orElseThrow().state().path("first").asBoolean()).isTrue();
  }
}
