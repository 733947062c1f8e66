/** Tests of group relative policy optimisation. */
@NullMarked
package org.openr1.train.grpo;

import org.jspecify.annotations.NullMarked;
