/**
 * From sampled completions to training examples: judging, rewriting to the house format, choosing.
 */
@NullMarked
package org.openr1.pipeline.traces;

import org.jspecify.annotations.NullMarked;
