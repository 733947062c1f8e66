/** Reward functions that users bring along: in jars, or as commands. */
@NullMarked
package org.openr1.reward.user;

import org.jspecify.annotations.NullMarked;
