/**
 * Recipes: YAML with strict keys and the place of every value, merged defaults, binding to records.
 */
@NullMarked
package org.openr1.pipeline.recipe;

import org.jspecify.annotations.NullMarked;
