package org.openr1.model.causal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.openr1.model.ModelFileException;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.safetensors.SafetensorsDirectory;
import org.openr1.model.safetensors.TensorInfo;

/** Loads a model directory, all or nothing. */
final class ModelLoader {
  private ModelLoader() {}

  static CausalLm load(Path directory, Precision precision, Device device, boolean trainable) {
    if (!Files.isDirectory(directory)) {
      throw new ModelFileException(directory, "is not a model directory");
    }
    ModelConfig config = ModelConfig.read(directory.resolve("config.json"));
    ScalarType type = trainable ? ScalarType.Float : precision.scalarType();
    SequencedMap<String, long[]> shapes = ParameterShapes.of(config);
    SequencedMap<String, Tensor> parameters = new LinkedHashMap<>();
    boolean complete = false;
    try (SafetensorsDirectory files = SafetensorsDirectory.open(directory);
        org.bytedeco.pytorch.Device target = device.toTorch()) {
      // Every name, type and shape is checked before the first tensor is read.
      for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
        check(files, entry.getKey(), entry.getValue());
      }
      for (String name : shapes.keySet()) {
        parameters.put(name, Tensors.keep(files.read(name, type, target)));
      }
      complete = true;
    } finally {
      if (!complete) {
        parameters.values().forEach(Tensor::close);
      }
    }
    return new CausalLm(config, precision, device, trainable, parameters);
  }

  private static void check(SafetensorsDirectory files, String name, long[] shape) {
    TensorInfo info = files.info(name);
    Path file = files.fileOf(name);
    if (!Arrays.equals(info.dimensions(), shape)) {
      throw new ModelFileException(
          file,
          name,
          "has shape " + info.shape() + ", config.json asks for " + Arrays.toString(shape));
    }
    if (!info.type().isFloatingPoint()) {
      throw new ModelFileException(
          file, name, "has dtype " + info.type() + "; weights must be F32, F16 or BF16");
    }
  }
}
