/** The preference reward model: a language model with a scalar head, trained on pairs. */
@NullMarked
package org.openr1.train.preference;

import org.jspecify.annotations.NullMarked;
