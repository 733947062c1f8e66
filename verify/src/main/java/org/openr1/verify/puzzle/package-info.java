/** Puzzles with more than one right answer. */
@NullMarked
package org.openr1.verify.puzzle;

import org.jspecify.annotations.NullMarked;
