package org.openr1.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.train.TinyModels;

class GradientWorkersTest {
  /** Puts {@code factor} everywhere into the gradient of the first parameter. */
  private static Function<CausalLm, Double> gradientOf(double factor) {
    return model -> {
      try (PointerScope _ = new PointerScope()) {
        Tensor first = model.parameters().firstEntry().getValue();
        first.sum().mul(new Scalar(factor)).backward();
        return factor;
      }
    };
  }

  private static float gradient(CausalLm model) {
    try (PointerScope _ = new PointerScope()) {
      return Tensors.toFloats(model.parameters().firstEntry().getValue().grad())[0];
    }
  }

  @Test
  void gradientsOfAllSharesAddUpAcrossCalls() {
    try (CausalLm model = TinyModels.llama(24, Precision.FP32);
        GradientWorkers workers = new GradientWorkers(model, 3)) {
      assertThat(workers.run(List.of(gradientOf(1), gradientOf(2), gradientOf(4))))
          .containsExactly(1.0, 2.0, 4.0);
      assertThat(gradient(model)).isEqualTo(7);
      workers.run(List.of(gradientOf(8)));
      assertThat(gradient(model)).isEqualTo(15);
      model.zeroGrad();
      workers.run(List.of(gradientOf(0.5), gradientOf(0.25)));
      assertThat(gradient(model)).isEqualTo(0.75f);
    }
  }

  @Test
  void aFailingShareIsThrownAfterTheOthersHaveEnded() {
    try (CausalLm model = TinyModels.llama(24, Precision.FP32);
        GradientWorkers workers = new GradientWorkers(model, 2)) {
      List<Function<CausalLm, Double>> shares =
          List.of(
              m -> {
                throw new IllegalArgumentException("share 0 is broken");
              },
              gradientOf(2));
      assertThatThrownBy(() -> workers.run(shares))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("share 0 is broken");
    }
  }

  @Test
  void moreSharesThanWorkersAreRefused() {
    try (CausalLm model = TinyModels.llama(24, Precision.FP32);
        GradientWorkers workers = new GradientWorkers(model, 1)) {
      assertThatThrownBy(() -> workers.run(List.of(gradientOf(1), gradientOf(2))))
          .hasMessageContaining("2 shares for 1 workers");
    }
  }
}
