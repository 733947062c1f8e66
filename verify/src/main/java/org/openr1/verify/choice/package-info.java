/** Finding the choice that a text states as its answer: a letter, or yes, no, maybe. */
@NullMarked
package org.openr1.verify.choice;

import org.jspecify.annotations.NullMarked;
