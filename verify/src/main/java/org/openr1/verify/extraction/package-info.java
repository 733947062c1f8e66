/** Finding the final answer in the text of a completion or of a data set's gold column. */
@NullMarked
package org.openr1.verify.extraction;

import org.jspecify.annotations.NullMarked;
