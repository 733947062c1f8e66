/** In which language a text is written: closed word lists and a detector for real text. */
@NullMarked
package org.openr1.verify.language;

import org.jspecify.annotations.NullMarked;
