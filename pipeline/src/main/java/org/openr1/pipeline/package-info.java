/** Recipes, stages, run directories, reports. */
@NullMarked
package org.openr1.pipeline;

import org.jspecify.annotations.NullMarked;
