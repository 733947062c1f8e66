package org.openr1.train.optim;

import static org.bytedeco.pytorch.global.torch.full;
import static org.bytedeco.pytorch.global.torch.zeros_like;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * AdamW (Loshchilov and Hutter 2019) over named fp32 leaves, by libtorch's fused kernel.
 *
 * <p>A parameter without a gradient is skipped: it does not decay and its step counter stands
 * still. State and updates are a pure function of the gradients, so that a restored optimiser
 * continues with the same bits. One platform thread uses it, as all of libtorch.
 */
public final class AdamW implements AutoCloseable {
  private final AdamWOptions options;
  private final SequencedMap<String, Slot> slots = new LinkedHashMap<>();
  private final FusedAdamW kernel = new FusedAdamW();

  /** One parameter with its moments (same shape, fp32) and the number of updates it has had. */
  private static final class Slot {
    private final Tensor parameter;
    private final Tensor firstMoment;
    private final Tensor secondMoment;
    private final boolean decayed;
    private long steps;

    private Slot(Tensor parameter, boolean decayed) {
      this.parameter = parameter;
      this.firstMoment = zeros_like(parameter.detach()).retainReference();
      this.secondMoment = zeros_like(parameter.detach()).retainReference();
      this.decayed = decayed;
    }
  }

  /**
   * An optimiser without history.
   *
   * @param parameters leaves by Hugging Face name; kept, not copied
   */
  public AdamW(Map<String, Tensor> parameters, AdamWOptions options) {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("no parameters to optimise");
    }
    this.options = options;
    try (PointerScope _ = new PointerScope()) {
      parameters.forEach(
          (name, tensor) -> slots.put(name, new Slot(tensor, DecayGroups.isDecayed(name))));
    }
  }

  /** One update from the gradients that lie in the parameters. */
  public void step(double learningRate) {
    Map<Long, List<Slot>> decayed = new TreeMap<>();
    Map<Long, List<Slot>> others = new TreeMap<>();
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      for (Slot slot : slots.values()) {
        if (slot.parameter.grad().defined()) {
          slot.steps++;
          (slot.decayed && options.weightDecay() > 0 ? decayed : others)
              .computeIfAbsent(slot.steps, steps -> new ArrayList<>())
              .add(slot);
        }
      }
      decayed.forEach((steps, group) -> update(group, steps, learningRate, options.weightDecay()));
      others.forEach((steps, group) -> update(group, steps, learningRate, 0));
    }
  }

  /** The parameters of a group share weight decay and the number of updates, hence one tensor. */
  private void update(List<Slot> group, long steps, double learningRate, double weightDecay) {
    Slot first = group.getFirst();
    TensorOptions fp32 =
        new TensorOptions(ScalarType.Float).device(new DeviceOptional(first.parameter.device()));
    Tensor count = full(new long[0], new Scalar((double) steps), fp32);
    kernel.apply(
        group.stream().map(slot -> slot.parameter).toList(),
        group.stream().map(slot -> slot.parameter.grad()).toList(),
        group.stream().map(slot -> slot.firstMoment).toList(),
        group.stream().map(slot -> slot.secondMoment).toList(),
        count,
        learningRate,
        weightDecay,
        options);
  }

  /** Removes all gradients, so that the next backward starts from none. */
  public void zeroGradients() {
    try (PointerScope _ = new PointerScope()) {
      for (Slot slot : slots.values()) {
        slot.parameter.mutable_grad().reset();
      }
    }
  }

  /** The parameters, in the order given. */
  public List<Tensor> parameters() {
    return slots.values().stream().map(slot -> slot.parameter).toList();
  }

  /** Updates that a parameter has had. */
  public long stepsOf(String name) {
    return slot(name).steps;
  }

  /**
   * The history: {@code NAME.exp_avg}, {@code NAME.exp_avg_sq} and {@code NAME.step} (int64 scalar)
   * of every parameter. The moments are the optimiser's own tensors; the counters belong to the
   * caller's scope.
   */
  public SequencedMap<String, Tensor> state() {
    SequencedMap<String, Tensor> state = new LinkedHashMap<>();
    slots.forEach(
        (name, slot) -> {
          state.put(name + ".exp_avg", slot.firstMoment);
          state.put(name + ".exp_avg_sq", slot.secondMoment);
          state.put(
              name + ".step",
              full(new long[0], new Scalar(slot.steps), new TensorOptions(ScalarType.Long)));
        });
    return state;
  }

  /**
   * Takes over a history, bit for bit.
   *
   * @param state as {@link #state()} gave it
   * @throws IllegalArgumentException when a tensor is missing or has another shape; nothing is
   *     changed then
   */
  public void restore(Map<String, Tensor> state) {
    slots.forEach(
        (name, slot) -> {
          for (String part : List.of(".exp_avg", ".exp_avg_sq", ".step")) {
            Tensor tensor = state.get(name + part);
            if (tensor == null) {
              throw new IllegalArgumentException("optimiser state lacks " + name + part);
            }
            long expected = part.equals(".step") ? 1 : slot.parameter.numel();
            if (tensor.numel() != expected) {
              throw new IllegalArgumentException(
                  "optimiser state %s has %d elements, not %d"
                      .formatted(name + part, tensor.numel(), expected));
            }
          }
        });
    slots.forEach(
        (name, slot) -> {
          slot.firstMoment.copy_(required(state, name + ".exp_avg"));
          slot.secondMoment.copy_(required(state, name + ".exp_avg_sq"));
          slot.steps = required(state, name + ".step").item_long();
        });
  }

  private static Tensor required(Map<String, Tensor> state, String name) {
    Tensor tensor = state.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("optimiser state lacks " + name);
    }
    return tensor;
  }

  private Slot slot(String name) {
    Slot slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return slot;
  }

  /** Frees the moments; the parameters stay. */
  @Override
  public void close() {
    for (Slot slot : slots.values()) {
      slot.firstMoment.close();
      slot.secondMoment.close();
    }
    slots.clear();
    kernel.close();
  }
}
