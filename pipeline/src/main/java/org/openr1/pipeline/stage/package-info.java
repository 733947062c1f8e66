/** The stages of the R1 pipeline, one class each, and what they share. */
@NullMarked
package org.openr1.pipeline.stage;

import org.jspecify.annotations.NullMarked;
