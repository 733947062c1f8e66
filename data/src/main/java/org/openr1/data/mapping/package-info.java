/** Sources of rows: files of a dataset, and the mapping of their columns to problems. */
@NullMarked
package org.openr1.data.mapping;

import org.jspecify.annotations.NullMarked;
