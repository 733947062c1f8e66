/** Dataset cards: the {@code README.md} that the Hub and {@code datasets} read. */
@NullMarked
package org.openr1.data.card;

import org.jspecify.annotations.NullMarked;
