/** The figures of a run: results.json and the closing table. */
@NullMarked
package org.openr1.pipeline.results;

import org.jspecify.annotations.NullMarked;
