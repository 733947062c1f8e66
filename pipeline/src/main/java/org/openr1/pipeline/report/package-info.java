/** The self-contained HTML page that tells what a run did and showed. */
@NullMarked
package org.openr1.pipeline.report;

import org.jspecify.annotations.NullMarked;
