package org.openr1.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdamWTest {
  private static final AdamWOptions OPTIONS = new AdamWOptions(0.9, 0.95, 1e-8, 0.1);
  private PointerScope scope = new PointerScope();

  @BeforeEach
  void openScope() {
    scope = new PointerScope();
  }

  @AfterEach
  void closeScope() {
    scope.close();
  }

  private static Tensor leaf(float... values) {
    return torch.tensor(values).set_requires_grad(true);
  }

  private static void gradient(Tensor parameter, float... values) {
    parameter.mutable_grad().put(torch.tensor(values));
  }

  private static float[] values(Tensor tensor) {
    float[] read = new float[(int) tensor.numel()];
    tensor.data_ptr_float().get(read);
    return read;
  }

  @Test
  void updatesFollowTheFormula() {
    Tensor decayed = leaf(1, -2);
    Tensor norm = leaf(3, 4);
    try (AdamW optimizer = new AdamW(Map.of("up.weight", decayed, "norm.weight", norm), OPTIONS)) {
      double[][] w = {{1, -2}, {3, 4}};
      double[][] m = new double[2][2];
      double[][] v = new double[2][2];
      SplittableRandom random = new SplittableRandom(3);
      for (int step = 1; step <= 5; step++) {
        double rate = 0.01 * step;
        for (int p = 0; p < 2; p++) {
          float[] g = {(float) random.nextDouble(-1, 1), (float) random.nextDouble(-1, 1)};
          gradient(p == 0 ? decayed : norm, g);
          for (int i = 0; i < 2; i++) {
            w[p][i] *= 1 - rate * (p == 0 ? 0.1 : 0);
            m[p][i] = 0.9 * m[p][i] + 0.1 * g[i];
            v[p][i] = 0.95 * v[p][i] + 0.05 * g[i] * g[i];
            double mean = m[p][i] / (1 - Math.pow(0.9, step));
            double square = v[p][i] / (1 - Math.pow(0.95, step));
            w[p][i] -= rate * mean / (Math.sqrt(square) + 1e-8);
          }
        }
        optimizer.step(rate);
      }
      for (int i = 0; i < 2; i++) {
        assertThat((double) values(decayed)[i]).isCloseTo(w[0][i], within(1e-6));
        assertThat((double) values(norm)[i]).isCloseTo(w[1][i], within(1e-6));
      }
    }
  }

  @Test
  void aParameterWithoutGradientStandsStill() {
    Tensor used = leaf(1);
    Tensor idle = leaf(1);
    try (AdamW optimizer = new AdamW(Map.of("a.weight", used, "b.weight", idle), OPTIONS)) {
      gradient(used, 1);
      optimizer.step(0.1);
      assertThat(values(idle)).containsExactly(1);
      assertThat(values(used)[0]).isNotEqualTo(1);
      assertThat(optimizer.stepsOf("a.weight")).isEqualTo(1);
      assertThat(optimizer.stepsOf("b.weight")).isZero();
    }
  }

  @Test
  void zeroingRemovesGradients() {
    Tensor parameter = leaf(1);
    try (AdamW optimizer = new AdamW(Map.of("a.weight", parameter), OPTIONS)) {
      gradient(parameter, 1);
      optimizer.zeroGradients();
      assertThat(parameter.grad().defined()).isFalse();
    }
  }

  @Test
  void aRestoredOptimiserContinuesWithTheSameBits() {
    Tensor first = leaf(1, 2, 3);
    Tensor second = leaf(0, 0, 0);
    try (AdamW one = new AdamW(Map.of("a.weight", first), OPTIONS);
        AdamW two = new AdamW(Map.of("a.weight", second), OPTIONS)) {
      gradient(first, 0.3f, -0.7f, 0.01f);
      one.step(0.1);
      SequencedMap<String, Tensor> saved = new LinkedHashMap<>();
      one.state().forEach((name, tensor) -> saved.put(name, tensor.clone()));
      second.detach().copy_(first.detach());
      two.restore(saved);
      for (Tensor parameter : new Tensor[] {first, second}) {
        gradient(parameter, -0.1f, 0.2f, 0.5f);
      }
      one.step(0.1);
      two.step(0.1);
      assertThat(values(second)).containsExactly(values(first));
      assertThat(two.stepsOf("a.weight")).isEqualTo(2);
    }
  }

  @Test
  void aStateThatDoesNotFitIsRefused() {
    try (AdamW optimizer = new AdamW(Map.of("a.weight", leaf(1, 2)), OPTIONS)) {
      assertThatThrownBy(() -> optimizer.restore(Map.of()))
          .hasMessageContaining("a.weight.exp_avg");
      Map<String, Tensor> state = optimizer.state();
      state.put("a.weight.exp_avg_sq", torch.tensor(new float[] {1, 2, 3}));
      assertThatThrownBy(() -> optimizer.restore(state)).hasMessageContaining("3 elements, not 2");
    }
  }

  @Test
  void clippingScalesToTheLimitAndReportsTheNormBefore() {
    Tensor a = leaf(0, 0);
    Tensor b = leaf(0);
    Tensor idle = leaf(0);
    gradient(a, 3, 0);
    gradient(b, 4);
    assertThat(GradientClip.clip(List.of(a, b, idle), 1)).isCloseTo(5, within(1e-6));
    assertThat((double) values(a.grad())[0]).isCloseTo(0.6, within(1e-6));
    assertThat((double) values(b.grad())[0]).isCloseTo(0.8, within(1e-6));
    assertThat(GradientClip.clip(List.of(a, b), 0)).isCloseTo(1, within(1e-5));
    assertThat((double) values(b.grad())[0]).isCloseTo(0.8, within(1e-6));
  }
}
