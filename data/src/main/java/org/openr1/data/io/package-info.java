/** Data files: JSON lines in and out, and the layouts of known data sets. */
@NullMarked
package org.openr1.data.io;

import org.jspecify.annotations.NullMarked;
