package org.openr1.model.generate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;

/**
 * Prints sampled tokens per second for developers. Arguments: {@code tiny} or a model directory,
 * {@code fp32} or {@code bf16}, workers (0 chooses), prompt length, new tokens, batch sizes. On a
 * busy machine run one worker with OMP_NUM_THREADS=1 and look at the thread's own time.
 */
final class GenerationBenchmark {
  private static final int GENERATIONS = 8;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GenerationBenchmark() {}

  public static void main(String[] arguments) {
    Precision precision = Precision.parse(arguments[1]);
    int workers = Integer.parseInt(arguments[2]);
    int promptLength = Integer.parseInt(arguments[3]);
    int newTokens = Integer.parseInt(arguments[4]);
    try (CausalLm model = model(arguments[0], precision)) {
      for (int i = 5; i < arguments.length; i++) {
        int batch = Integer.parseInt(arguments[i]);
        EngineOptions options = EngineOptions.ofSlots(batch).withWorkers(workers);
        try (GenerationEngine engine = new GenerationEngine(model, ids -> "", options)) {
          List<GenerationRequest> requests = requests(model.config(), batch, promptLength);
          SamplingParameters parameters =
              SamplingParameters.sampling(newTokens, 1).withIgnoreEos(true);
          double best = Double.MAX_VALUE;
          double bestCpu = Double.MAX_VALUE;
          for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            engine.generate(requests, parameters, c -> {});
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
            bestCpu = Math.min(bestCpu, (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e9);
          }
          System.out.printf(
              Locale.ROOT,
              "batch %4d: %8.0f tok/s, %7.2f ms a step, %7.2f ms of this thread%n",
              batch,
              (double) batch * newTokens / best,
              best / newTokens * 1e3,
              bestCpu / newTokens * 1e3);
        }
      }
    }
  }

  private static CausalLm model(String name, Precision precision) {
    if (Files.isDirectory(Path.of(name))) {
      return CausalLm.load(Path.of(name), precision, Device.CPU);
    }
    ModelConfig tiny =
        ModelConfig.builder(Architecture.LLAMA)
            .vocabSize(400)
            .hiddenSize(128)
            .intermediateSize(352)
            .numHiddenLayers(5)
            .numAttentionHeads(4)
            .numKeyValueHeads(4)
            .headDim(32)
            .tieWordEmbeddings(true)
            .initializerRange(0.1)
            .build();
    return CausalLm.initialize(tiny, WeightInitialization.TRANSFORMERS, 1, precision, Device.CPU);
  }

  private static List<GenerationRequest> requests(ModelConfig config, int batch, int length) {
    Random random = new Random(1);
    List<GenerationRequest> result = new ArrayList<>();
    for (int left = batch; left > 0; left -= GENERATIONS) {
      int[] prompt = random.ints(length, 3, config.vocabSize()).toArray();
      result.add(new GenerationRequest("p" + left, prompt, Math.min(GENERATIONS, left)));
    }
    return result;
  }
}
