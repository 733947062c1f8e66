/** Whether two expressions mean the same: one rule a class, the cheap and exact ones first. */
@NullMarked
package org.openr1.verify.equivalence;

import org.jspecify.annotations.NullMarked;
