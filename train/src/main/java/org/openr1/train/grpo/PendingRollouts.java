package org.openr1.train.grpo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openr1.model.AtomicFiles;
import tools.jackson.databind.json.JsonMapper;

/** The generation that a checkpoint leaves half used, exact to the bit (JSON keeps every float). */
final class PendingRollouts {
  private static final String FILE = "pending_rollouts.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PendingRollouts() {}

  static void save(@Nullable PreparedGeneration pending, Path checkpoint) throws IOException {
    if (pending != null) {
      AtomicFiles.write(checkpoint.resolve(FILE), JSON.writeValueAsString(pending));
    }
  }

  static @Nullable PreparedGeneration load(Path checkpoint) {
    Path file = checkpoint.resolve(FILE);
    return Files.exists(file) ? JSON.readValue(file.toFile(), PreparedGeneration.class) : null;
  }
}
