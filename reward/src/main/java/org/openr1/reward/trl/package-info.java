/** The reward functions that TRL ships, under the prefix {@code trl/}. */
@NullMarked
package org.openr1.reward.trl;

import org.jspecify.annotations.NullMarked;
