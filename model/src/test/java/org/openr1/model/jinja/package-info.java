@NullMarked
package org.openr1.model.jinja;

import org.jspecify.annotations.NullMarked;
