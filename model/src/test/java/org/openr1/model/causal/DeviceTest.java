package org.openr1.model.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DeviceTest {
  @Test
  void theProcessorIsAlwaysThere() {
    assertThat(Device.parse("cpu")).isEqualTo(Device.CPU);
    assertThat(Device.parse("CPU")).isEqualTo(Device.CPU);
  }

  @Test
  void anUnknownDeviceIsRefusedWithTheOnesThereAre() {
    assertThatThrownBy(() -> Device.parse("tpu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown device 'tpu'; there are cpu, cuda and auto");
  }

  @Test
  void withoutCudaItIsRefusedWithTheReasonAndAutoTakesTheProcessor() {
    Assumptions.assumeTrue(CudaSupport.problem().isPresent(), "CUDA works here");
    assertThatThrownBy(() -> Device.parse("cuda"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("--device cuda cannot be used: ")
        .hasMessageContaining("docs/gpu.md");
    assertThat(Device.parse("auto")).isEqualTo(Device.CPU);
  }

  @Test
  void theMissingLibraryIsNamed() {
    assertThat(
            CudaSupport.reason(
                "/x/libtorch_cuda.so: libcudnn.so.9: cannot open shared object file: No such file"))
        .isEqualTo("libcudnn.so.9 is missing on this system");
    assertThat(CudaSupport.reason("no jnitorch_cuda"))
        .isEqualTo("the CUDA libraries do not load: no jnitorch_cuda");
  }

  @Test
  void anUnsupportedMachineIsToldWhatIsSupported() {
    assertThatThrownBy(() -> NativePlatform.require("windows-x86_64"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("windows-x86_64")
        .hasMessageContaining("Linux on x86-64");
    NativePlatform.require("linux-arm64");
  }

  @Test
  void precisionsAreParsedUnderTheNamesOfTorchAndConfigFiles() {
    assertThat(Precision.parse("bf16")).isEqualTo(Precision.BF16);
    assertThat(Precision.parse("bfloat16")).isEqualTo(Precision.BF16);
    assertThat(Precision.parse("float32")).isEqualTo(Precision.FP32);
    assertThatThrownBy(() -> Precision.parse("fp8"))
        .hasMessage("unknown dtype 'fp8'; there are fp32 and bf16");
  }
}
