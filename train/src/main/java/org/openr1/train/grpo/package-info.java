/** Group relative policy optimisation as TRL computes it: advantages, losses, sampler, trainer. */
@NullMarked
package org.openr1.train.grpo;

import org.jspecify.annotations.NullMarked;
