/** The directory of a run: lock, stage folders, resolved recipe, machine facts. */
@NullMarked
package org.openr1.pipeline.run;

import org.jspecify.annotations.NullMarked;
