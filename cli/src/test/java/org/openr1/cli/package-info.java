@NullMarked
package org.openr1.cli;

import org.jspecify.annotations.NullMarked;
