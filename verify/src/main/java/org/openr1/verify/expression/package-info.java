/** What an answer can be, as a small hierarchy of records. */
@NullMarked
package org.openr1.verify.expression;

import org.jspecify.annotations.NullMarked;
