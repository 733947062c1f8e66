package org.openr1.model.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.LayerWeights;
import org.openr1.model.causal.Linear;
import org.openr1.model.causal.ModelWeights;
import org.openr1.model.causal.Tensors;

/**
 * A model's weights in the compute type for many steps. Where the model already holds them in that
 * type they are the model's own tensors, so that they are always current; else copies.
 */
final class WeightSnapshot implements AutoCloseable {
  private final ModelWeights weights;
  private final Tensor head;
  private final List<Tensor> copies = new ArrayList<>();

  private WeightSnapshot(ModelWeights weights, Tensor head) {
    this.weights = weights;
    this.head = head;
  }

  /** Takes the weights as they are now. */
  static WeightSnapshot of(CausalLm model) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      WeightSnapshot snapshot = new WeightSnapshot(model.weights(), model.headWeight());
      Set<Tensor> owned = Collections.newSetFromMap(new IdentityHashMap<>());
      owned.addAll(model.parameters().values());
      snapshot
          .tensors()
          .filter(owned::add)
          .forEach(copy -> snapshot.copies.add(Tensors.keep(copy)));
      return snapshot;
    }
  }

  ModelWeights weights() {
    return weights;
  }

  /** [vocabulary, hidden]. */
  Tensor head() {
    return head;
  }

  private Stream<Tensor> tensors() {
    Stream<Tensor> layers = weights.layers().stream().flatMap(WeightSnapshot::tensors);
    return Stream.concat(Stream.of(weights.embedding(), weights.finalNorm(), head), layers);
  }

  private static Stream<Tensor> tensors(LayerWeights layer) {
    Stream<Tensor> linears =
        Stream.of(
                layer.query(),
                layer.key(),
                layer.value(),
                layer.output(),
                layer.gate(),
                layer.up(),
                layer.down())
            .flatMap(WeightSnapshot::tensors);
    return Stream.concat(
        linears,
        Stream.concat(
            Stream.of(layer.inputNorm(), layer.mlpNorm()),
            Stream.concat(present(layer.queryNorm()), present(layer.keyNorm()))));
  }

  private static Stream<Tensor> tensors(Linear linear) {
    return Stream.concat(Stream.of(linear.weight()), present(linear.bias()));
  }

  private static Stream<Tensor> present(@Nullable Tensor tensor) {
    return Stream.ofNullable(tensor);
  }

  @Override
  public void close() {
    copies.forEach(Tensor::close);
    copies.clear();
  }
}
