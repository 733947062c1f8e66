/**
 * Batched sampling from a causal language model: transforms of the next-token distribution, random
 * streams, stop conditions, continuous batching and the key-value cache.
 */
@NullMarked
package org.openr1.model.generate;

import org.jspecify.annotations.NullMarked;
