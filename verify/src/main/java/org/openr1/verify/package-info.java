/** Answers: extraction, parsing, equivalence. */
@NullMarked
package org.openr1.verify;

import org.jspecify.annotations.NullMarked;
