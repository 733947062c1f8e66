package org.openr1.train.optim;

import java.util.List;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.Type;

/**
 * libtorch's {@code aten::_fused_adamw_}, called through the boxed dispatcher because the binding
 * has no method for it.
 */
final class FusedAdamW implements AutoCloseable {
  private final OperatorHandle operator;
  private final Type.TypePtr tensorType;

  FusedAdamW() {
    operator =
        Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adamw_", "").retainReference();
    tensorType =
        operator.schema().arguments().getPointer(0).type().get().containedType(0).retainReference();
  }

  /** Updates parameters and moments in place; {@code count} is the step after this update. */
  void apply(
      List<Tensor> parameters,
      List<Tensor> gradients,
      List<Tensor> firstMoments,
      List<Tensor> secondMoments,
      Tensor count,
      double learningRate,
      double weightDecay,
      AdamWOptions options) {
    IValueVector stack = new IValueVector();
    stack.push_back(list(parameters));
    stack.push_back(list(gradients));
    stack.push_back(list(firstMoments));
    stack.push_back(list(secondMoments));
    stack.push_back(new IValue(new GenericList(tensorType)));
    GenericList counts = new GenericList(tensorType);
    IValue boxedCount = new IValue(count);
    for (int i = 0; i < parameters.size(); i++) {
      counts.push_back(boxedCount);
    }
    stack.push_back(new IValue(counts));
    stack.push_back(new IValue(learningRate));
    stack.push_back(new IValue(options.adamBeta1()));
    stack.push_back(new IValue(options.adamBeta2()));
    stack.push_back(new IValue(weightDecay));
    stack.push_back(new IValue(options.adamEpsilon()));
    stack.push_back(new IValue(false)); // amsgrad
    stack.push_back(new IValue(false)); // maximize
    stack.push_back(new IValue()); // grad_scale
    stack.push_back(new IValue()); // found_inf
    operator.callBoxed(stack);
  }

  private IValue list(List<Tensor> tensors) {
    GenericList list = new GenericList(tensorType);
    list.reserve(tensors.size());
    for (Tensor tensor : tensors) {
      list.push_back(new IValue(tensor));
    }
    return new IValue(list);
  }

  @Override
  public void close() {
    operator.close();
    tensorType.close();
  }
}
