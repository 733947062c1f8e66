/** SFT, GRPO, reward model, optimisers, checkpoints. */
@NullMarked
package org.openr1.train;

import org.jspecify.annotations.NullMarked;
