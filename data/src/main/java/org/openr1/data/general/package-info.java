/** Seeded general (non-reasoning) requests of the tiny world with better and worse answers. */
@NullMarked
package org.openr1.data.general;

import org.jspecify.annotations.NullMarked;
