/** Causal language models on libtorch. */
@NullMarked
package org.openr1.model.causal;

import org.jspecify.annotations.NullMarked;
