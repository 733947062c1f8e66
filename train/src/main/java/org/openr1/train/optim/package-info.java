/**
 * Optimiser, learning-rate schedules and gradient clipping, as PyTorch and transformers do them.
 */
@NullMarked
package org.openr1.train.optim;

import org.jspecify.annotations.NullMarked;
