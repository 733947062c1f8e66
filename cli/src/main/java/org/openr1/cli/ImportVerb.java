package org.openr1.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openr1.model.gguf.GgufImport;
import org.openr1.model.gguf.WeightType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A GGUF file becomes a model directory. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    header = "Turn a GGUF file into a model directory in Hugging Face layout.",
    description = {
      "",
      "Reads F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K and Q6_K of Llama, Qwen2 and"
          + " Qwen3 models; tokenizer and chat template come out of the file.",
      "",
      "Example:",
      "    ./openr1 import SmolLM2-135M-Instruct.Q4_1.gguf models/smollm2"
    },
    optionListHeading = "%nOptions:%n")
final class ImportVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The GGUF file.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description = "Directory to write; must not exist or be empty.")
  private Path directory;

  @Option(
      names = "--dtype",
      paramLabel = "bf16|f16|f32",
      defaultValue = "bf16",
      description = "Element type of the written weights. Default: ${DEFAULT-VALUE}.")
  private String dtype;

  @Override
  public Integer call() {
    WeightType type;
    try {
      type = WeightType.parse(dtype);
    } catch (IllegalArgumentException e) {
      throw new InputException("--dtype: " + e.getMessage(), e);
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + " is not a file");
    }
    PrintWriter out = spec.commandLine().getOut();
    GgufImport.run(
        file,
        directory,
        type,
        (tensor, index, count) -> {
          if (index % 50 == 0) {
            out.printf("  tensor %d of %d%n", index + 1, count);
            out.flush();
          }
        });
    out.println("Wrote " + directory + ". Try: ./openr1 chat " + directory);
    return 0;
  }
}
