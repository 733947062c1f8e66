/**
 * Seeded problems of the tiny world, in several domains and two languages, with disjoint splits.
 */
@NullMarked
package org.openr1.data.procedural;

import org.jspecify.annotations.NullMarked;
