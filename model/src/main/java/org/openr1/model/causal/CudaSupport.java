package org.openr1.model.causal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** Whether CUDA can be used by this process, and if not, why. */
final class CudaSupport {
  private static final String CUDA_LIBRARY =
      "/org/bytedeco/pytorch/linux-x86_64-gpu/libtorch_cuda.so";

  /** How the Linux loader names a library it cannot find. */
  private static final Pattern MISSING_LIBRARY =
      Pattern.compile("(lib[\\w.+-]+\\.so[\\w.]*): cannot");

  private CudaSupport() {}

  /** Fails with the reason when CUDA cannot be used. */
  static void require() {
    problem()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(
                  "--device cuda cannot be used: " + reason + " (docs/gpu.md says what it needs)");
            });
  }

  /** Why CUDA cannot be used; empty when it can. */
  static Optional<String> problem() {
    if (CudaSupport.class.getResource(CUDA_LIBRARY) == null) {
      return Optional.of("this build holds no CUDA libraries; build it with mvn -Pcuda");
    }
    try {
      // The CUDA part of libtorch registers itself when its library is loaded.
      Loader.load(Class.forName("org.bytedeco.pytorch.global.torch_cuda"));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.of(reason(String.valueOf(e.getMessage())));
    }
    return torch.cuda_is_available()
        ? Optional.empty()
        : Optional.of("libtorch finds no CUDA device; is the NVIDIA driver installed?");
  }

  /** Names the missing library where the loader's message does. */
  static String reason(String loaderMessage) {
    Matcher missing = MISSING_LIBRARY.matcher(loaderMessage);
    return missing.find()
        ? missing.group(1) + " is missing on this system"
        : "the CUDA libraries do not load: " + loaderMessage;
  }
}
