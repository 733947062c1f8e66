/** Rewards for the form of a completion: its tags, length, repetition and language. */
@NullMarked
package org.openr1.reward.text;

import org.jspecify.annotations.NullMarked;
