/** Logic and puzzles; what has one answer is made until it has exactly one. */
@NullMarked
package org.openr1.data.generator.logic;

import org.jspecify.annotations.NullMarked;
