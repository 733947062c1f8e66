package org.openr1.sandbox.judge;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.local.LocalSandbox;

/** The sandbox of these tests. */
final class JudgeSandbox {
  private JudgeSandbox() {}

  /** A sandbox on this machine; skips the test where there is none. */
  static Sandbox open(int parallelism) {
    Optional<String> reason = LocalSandbox.unavailable();
    Assumptions.assumeTrue(reason.isEmpty(), () -> "no sandbox here: " + reason.orElse(""));
    return LocalSandbox.open(parallelism);
  }
}
