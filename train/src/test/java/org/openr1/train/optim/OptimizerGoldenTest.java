package org.openr1.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Tensors;
import org.openr1.model.safetensors.SafetensorsFile;
import org.openr1.model.safetensors.TensorInfo;
import tools.jackson.databind.JsonNode;

/** AdamW and clipping against PyTorch. */
class OptimizerGoldenTest {
  private static SafetensorsFile tensors(Path cases) {
    return SafetensorsFile.open(Path.of(cases.toString().replace(".jsonl", ".safetensors")));
  }

  private static void assertClose(String what, Tensor actual, Tensor expected, double tolerance) {
    float[] is = Tensors.toFloats(actual);
    float[] should = Tensors.toFloats(expected);
    assertThat(is).as(what).hasSameSizeAs(should);
    for (int i = 0; i < is.length; i++) {
      if (Float.isNaN(should[i])) {
        assertThat(is[i]).as(what + " " + i).isNaN();
      } else {
        assertThat((double) is[i])
            .as(what + " " + i)
            .isCloseTo(should[i], within(tolerance * (1 + Math.abs(should[i]))));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> adamw() {
    return GoldenFiles.tests(
        Root.GOLDEN,
        "train/optim",
        "adamw*.jsonl",
        file -> {
          try (SafetensorsFile golden = tensors(file)) {
            for (JsonNode row : GoldenFiles.jsonLines(file)) {
              adamw(row, golden);
            }
          }
        });
  }

  /** The golden names are short; a norm's name keeps the parameter from decay. */
  private static void adamw(JsonNode row, SafetensorsFile golden) {
    String id = row.path("id").asString();
    Set<String> undecayed = new HashSet<>();
    row.path("not_decayed").forEach(name -> undecayed.add(name.asString()));
    Set<List<String>> missing = new HashSet<>();
    row.path("no_gradient")
        .forEach(pair -> missing.add(List.of(pair.get(0).asString(), pair.get(1).asString())));
    try (PointerScope _ = new PointerScope()) {
      Map<String, Tensor> parameters = new LinkedHashMap<>();
      Map<String, String> shortNames = new LinkedHashMap<>();
      for (String name : List.of("w", "b", "late")) {
        String full = name + (undecayed.contains(name) ? ".bias" : ".weight");
        shortNames.put(full, name);
        parameters.put(full, golden.read(id + ".init." + name).set_requires_grad(true));
      }
      JsonNode betas = row.path("betas");
      AdamWOptions options =
          new AdamWOptions(
              betas.get(0).asDouble(),
              betas.get(1).asDouble(),
              row.path("eps").asDouble(),
              row.path("weight_decay").asDouble());
      try (AdamW optimizer = new AdamW(parameters, options)) {
        JsonNode rates = row.path("lrs");
        for (int step = 0; step < rates.size(); step++) {
          optimizer.zeroGradients();
          for (var parameter : parameters.entrySet()) {
            String name = shortNames.get(parameter.getKey());
            if (!missing.contains(List.of(Integer.toString(step), name))) {
              parameter
                  .getValue()
                  .mutable_grad()
                  .put(golden.read(id + ".grad" + step + "." + name));
            }
          }
          optimizer.step(rates.get(step).asDouble());
          for (var parameter : parameters.entrySet()) {
            String name = id + ".step" + step + "." + shortNames.get(parameter.getKey());
            assertClose(name, parameter.getValue(), golden.read(name), 1e-6);
          }
        }
        Map<String, Tensor> state = optimizer.state();
        for (var name : shortNames.entrySet()) {
          for (String moment : List.of("exp_avg", "exp_avg_sq")) {
            assertClose(
                id + " " + name + " " + moment,
                Objects.requireNonNull(state.get(name.getKey() + "." + moment)),
                golden.read(id + "." + moment + "." + name.getValue()),
                1e-6);
          }
          assertThat(optimizer.stepsOf(name.getKey()))
              .isEqualTo(row.path("final_step_count").path(name.getValue()).asLong());
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> clip() {
    return GoldenFiles.tests(
        Root.GOLDEN,
        "train/optim",
        "clip*.jsonl",
        file -> {
          try (SafetensorsFile golden = tensors(file)) {
            for (JsonNode row : GoldenFiles.jsonLines(file)) {
              clip(row, golden);
            }
          }
        });
  }

  private static void clip(JsonNode row, SafetensorsFile golden) {
    String prefix = row.path("id").asString() + ".in.";
    try (PointerScope _ = new PointerScope()) {
      Map<String, Tensor> leaves = new LinkedHashMap<>();
      for (String name : golden.tensors().keySet()) {
        if (name.startsWith(prefix)) {
          Tensor gradient = raw(golden, name);
          Tensor leaf = gradient.clone().set_requires_grad(true);
          leaf.mutable_grad().put(gradient);
          leaves.put(name.replace(".in.", ".out."), leaf);
        }
      }
      assertThat(leaves).isNotEmpty();
      double norm = GradientClip.clip(leaves.values(), row.path("max_norm").asDouble());
      JsonNode expected = row.path("total_norm");
      if (expected.isNull()) {
        assertThat(norm).isNaN();
      } else if (expected.isString()) {
        assertThat(norm).isInfinite();
      } else {
        assertThat(norm).isCloseTo(expected.asDouble(), within(1e-6 * (1 + expected.asDouble())));
      }
      leaves.forEach((name, leaf) -> assertClose(name, leaf.grad(), raw(golden, name), 1e-6));
    }
  }

  /** The model's reader refuses NaN, which is data here. */
  private static Tensor raw(SafetensorsFile file, String name) {
    TensorInfo info = file.info(name);
    try (FileChannel channel = FileChannel.open(file.path())) {
      float[] values = new float[Math.toIntExact(info.elements())];
      channel
          .map(FileChannel.MapMode.READ_ONLY, info.offset(), info.bytes())
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      return Tensors.ofFloats(values, Device.CPU, info.dimensions());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
