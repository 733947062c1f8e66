package org.openr1.model.causal;

import java.util.Locale;

/** Where tensors live. */
public enum Device {
  CPU("cpu"),
  CUDA("cuda");

  private final String torchName;

  Device(String torchName) {
    this.torchName = torchName;
  }

  /** The name libtorch parses. */
  public String torchName() {
    return torchName;
  }

  /** A new libtorch handle for this device. */
  public org.bytedeco.pytorch.Device toTorch() {
    return new org.bytedeco.pytorch.Device(torchName);
  }

  /**
   * Parses {@code cpu}, {@code cuda} or {@code auto} (CUDA where it can be used, else the CPU).
   *
   * @throws IllegalArgumentException for another name
   * @throws IllegalStateException when {@code cuda} is asked for and cannot be used, naming what is
   *     missing, or when models cannot run on this kind of machine at all
   */
  public static Device parse(String name) {
    NativePlatform.require();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "cpu" -> CPU;
      case "cuda" -> {
        CudaSupport.require();
        yield CUDA;
      }
      case "auto" -> CudaSupport.problem().isEmpty() ? CUDA : CPU;
      default ->
          throw new IllegalArgumentException(
              "unknown device '" + name + "'; there are cpu, cuda and auto");
    };
  }
}
