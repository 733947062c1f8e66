/** Curation of problems: what is kept, what is dropped, and why. */
@NullMarked
package org.openr1.data.curation;

import org.jspecify.annotations.NullMarked;
