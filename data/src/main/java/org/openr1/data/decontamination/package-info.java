/** Finds training texts that overlap with the problems of benchmarks. */
@NullMarked
package org.openr1.data.decontamination;

import org.jspecify.annotations.NullMarked;
