@NullMarked
package org.openr1.model.generate;

import org.jspecify.annotations.NullMarked;
