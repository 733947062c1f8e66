/** What a run shows while it works: a live line on a terminal, plain lines elsewhere. */
@NullMarked
package org.openr1.pipeline.progress;

import org.jspecify.annotations.NullMarked;
