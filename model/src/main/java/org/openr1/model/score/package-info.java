/** Scoring given tokens under a model. */
@NullMarked
package org.openr1.model.score;

import org.jspecify.annotations.NullMarked;
