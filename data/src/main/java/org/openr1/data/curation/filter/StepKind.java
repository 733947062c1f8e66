package org.openr1.data.curation.filter;

import java.util.function.BiFunction;
import org.openr1.data.curation.CurationStep;

/**
 * A kind of step that recipes name.
 *
 * @param options the record that holds its keys
 * @param factory makes a step; throws {@link IllegalArgumentException} for options that make none
 */
public record StepKind<O extends Record>(
    String name, String summary, Class<O> options, BiFunction<O, StepTools, CurationStep> factory) {
  /** A step with these options, which must be of this kind's class. */
  public CurationStep create(Record values, StepTools tools) {
    return factory.apply(options.cast(values), tools);
  }
}
