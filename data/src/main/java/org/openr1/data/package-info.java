/** Problems, examples, procedural generators, data files. */
@NullMarked
package org.openr1.data;

import org.jspecify.annotations.NullMarked;
