/**
 * Answers: extraction from text, parsing, equivalence. No dependency, so that others can adopt it.
 */
@NullMarked
package org.openr1.verify;

import org.jspecify.annotations.NullMarked;
