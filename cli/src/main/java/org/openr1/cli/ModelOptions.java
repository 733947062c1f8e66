package org.openr1.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model that a verb runs, and where and how it runs. */
final class ModelOptions {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "Model directory in Hugging Face layout (a stage's output is one, such as"
              + " runs/quickstart/r1/output).")
  private Path directory;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda|auto",
      defaultValue = "auto",
      description = "Where to compute; auto takes CUDA where it works. Default: ${DEFAULT-VALUE}.")
  private String device;

  @Option(
      names = "--dtype",
      paramLabel = "fp32|bf16",
      defaultValue = "fp32",
      description = "Precision of the computation. Default: ${DEFAULT-VALUE}.")
  private String dtype;

  Path directory() {
    if (!Files.isDirectory(directory)) {
      throw new InputException(
          directory
              + (Files.exists(directory) ? " is not a directory" : " does not exist")
              + "; a model is a directory with config.json, model.safetensors and tokenizer.json"
              + (directory.toString().endsWith(".gguf")
                  ? "; make one of a GGUF file with ./openr1 import"
                  : ""));
    }
    return directory;
  }

  CausalLm load() {
    Path path = directory();
    Precision precision;
    Device where;
    try {
      precision = Precision.parse(dtype);
      where = Device.parse(device);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    return CausalLm.load(path, precision, where);
  }
}
