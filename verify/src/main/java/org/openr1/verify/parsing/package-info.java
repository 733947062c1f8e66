/** From LaTeX or plain text to an expression. */
@NullMarked
package org.openr1.verify.parsing;

import org.jspecify.annotations.NullMarked;
