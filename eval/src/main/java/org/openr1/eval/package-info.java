/** Evaluation: pass@k, cons@k, intervals. */
@NullMarked
package org.openr1.eval;

import org.jspecify.annotations.NullMarked;
