/** Seeded generators of problems in natural language, over many domains, with checkable answers. */
@NullMarked
package org.openr1.data.generator;

import org.jspecify.annotations.NullMarked;
