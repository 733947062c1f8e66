package org.openr1.train.sft;

/** An endless stream of tokenised examples, such as the documents of a pre-training corpus. */
@FunctionalInterface
public interface ExampleSource {
  /**
   * The example at a position: a pure function, also called on a background thread, which must not
   * touch libtorch.
   *
   * @param position from 0
   */
  LabeledTokens example(long position);
}
