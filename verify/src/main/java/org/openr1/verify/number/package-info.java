/** Exact fractions, balls of decimal numbers, and the count of the work done with them. */
@NullMarked
package org.openr1.verify.number;

import org.jspecify.annotations.NullMarked;
