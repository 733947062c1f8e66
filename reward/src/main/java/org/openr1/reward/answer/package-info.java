/** Rewards that compare a completion's answer with the row's gold answer. */
@NullMarked
package org.openr1.reward.answer;

import org.jspecify.annotations.NullMarked;
