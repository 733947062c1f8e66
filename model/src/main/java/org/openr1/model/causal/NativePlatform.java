package org.openr1.model.causal;

import java.util.List;
import org.bytedeco.javacpp.Loader;

/** The operating systems and processors for which libtorch comes with the build. */
final class NativePlatform {
  private static final List<String> SUPPORTED =
      List.of("linux-x86_64", "linux-arm64", "macosx-arm64");

  private NativePlatform() {}

  /** Fails with what is supported when this machine is not. */
  static void require() {
    require(Loader.Detector.getPlatform());
  }

  static void require(String platform) {
    if (!SUPPORTED.contains(platform)) {
      throw new IllegalStateException(
          "models do not run on "
              + platform
              + ": supported are Linux on x86-64 (tested), and Linux and macOS on ARM");
    }
  }
}
