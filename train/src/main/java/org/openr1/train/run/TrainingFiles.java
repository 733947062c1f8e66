package org.openr1.train.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Precision;
import org.openr1.model.safetensors.SafetensorsDirectory;
import org.openr1.model.safetensors.SafetensorsFile;
import org.openr1.model.safetensors.SafetensorsWriter;
import org.openr1.train.optim.AdamW;

/** Weights and optimiser state of a checkpoint, exact to the bit. */
public final class TrainingFiles {
  /** The optimiser's state in a checkpoint. */
  public static final String OPTIMIZER = "optimizer.safetensors";

  private TrainingFiles() {}

  /** Writes the model in Hugging Face layout, its weights in fp32. */
  public static void saveModel(CausalLm model, Path directory) {
    model.save(directory, Precision.FP32);
  }

  /**
   * Copies the weights of a checkpoint into a model.
   *
   * @throws org.openr1.model.ModelFileException when a tensor is missing or damaged
   */
  public static void restoreModel(CausalLm model, Path directory) {
    try (SafetensorsDirectory weights = SafetensorsDirectory.open(directory);
        NoGradGuard _ = new NoGradGuard()) {
      model
          .parameters()
          .forEach(
              (name, parameter) -> {
                try (PointerScope _ = new PointerScope()) {
                  parameter.copy_(weights.read(name, ScalarType.Float, model.device().toTorch()));
                }
              });
    }
  }

  /** Writes an optimiser's state. */
  public static void saveOptimizer(AdamW optimizer, Path directory) {
    try (PointerScope _ = new PointerScope()) {
      SafetensorsWriter.write(directory.resolve(OPTIMIZER), optimizer.state());
    }
  }

  /** Takes over an optimiser's state. */
  public static void restoreOptimizer(AdamW optimizer, Path directory) {
    try (PointerScope _ = new PointerScope();
        SafetensorsFile file = SafetensorsFile.open(directory.resolve(OPTIMIZER))) {
      Map<String, Tensor> state = new HashMap<>();
      file.tensors().keySet().forEach(name -> state.put(name, file.read(name)));
      optimizer.restore(state);
    }
  }
}
