/** Reward functions, their registry and mixing. */
@NullMarked
package org.openr1.reward;

import org.jspecify.annotations.NullMarked;
