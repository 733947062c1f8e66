package org.openr1.reward.user;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A jar whose reward functions cannot be used; the message begins with the jar. */
public final class RewardJarException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Path jar;

  RewardJarException(Path jar, String reason) {
    this(jar, reason, null);
  }

  RewardJarException(Path jar, String reason, @Nullable Throwable cause) {
    super(jar + ": " + reason, cause);
    this.jar = Objects.requireNonNull(jar, "jar");
  }

  /** The jar that is at fault. */
  public Path jar() {
    return jar;
  }
}
