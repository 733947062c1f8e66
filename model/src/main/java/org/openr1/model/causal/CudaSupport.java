package org.openr1.model.causal;

import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** Whether CUDA can be used by this process, and if not, why. */
final class CudaSupport {
  private CudaSupport() {}

  /** Fails with the reason when CUDA cannot be used. */
  static void require() {
    problem()
        .ifPresent(
            reason -> {
              throw new IllegalStateException("--device cuda cannot be used: " + reason);
            });
  }

  /** Why CUDA cannot be used; empty when it can. */
  static Optional<String> problem() {
    if (!torch.hasCUDA()) {
      try {
        // The GPU build of libtorch registers CUDA when this class's native library is loaded.
        Loader.load(Class.forName("org.bytedeco.pytorch.global.torch_cuda"));
      } catch (ClassNotFoundException | LinkageError e) {
        return Optional.of(
            "the CUDA build of libtorch is not loaded ("
                + e.getMessage()
                + "); build with mvn -Pcuda and see docs/gpu.md for the libraries it needs");
      }
    }
    if (!torch.cuda_is_available()) {
      return Optional.of("libtorch finds no CUDA device; is the NVIDIA driver installed?");
    }
    return Optional.empty();
  }
}
