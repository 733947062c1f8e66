/** What every trainer shares: the run directory, checkpoints, metrics, random streams, stopping. */
@NullMarked
package org.openr1.train.run;

import org.jspecify.annotations.NullMarked;
