/**
 * Tasks of the tiny world together with their worked solutions. Only the generator of problems
 * (which drops the solutions) and the pre-training corpus may use this package: an architecture
 * test holds everybody else out, so that no later stage can see a worked solution.
 */
@NullMarked
package org.openr1.data.procedural.task;

import org.jspecify.annotations.NullMarked;
