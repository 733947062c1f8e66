/** Running untrusted programs: what goes in, what comes out, and who may run them. */
@NullMarked
package org.openr1.sandbox;

import org.jspecify.annotations.NullMarked;
