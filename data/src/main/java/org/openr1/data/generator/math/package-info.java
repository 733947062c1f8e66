/** Mathematics from arithmetic to calculus; every answer is exact. */
@NullMarked
package org.openr1.data.generator.math;

import org.jspecify.annotations.NullMarked;
