/** Problems of strings, graphs, programs, calendars, physics, chemistry and medicine. */
@NullMarked
package org.openr1.data.generator.science;

import org.jspecify.annotations.NullMarked;
