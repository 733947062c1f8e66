/**
 * Running Python programs through open-r1's E2B and Morph routers (section 4.5 of the memo on R1).
 */
@NullMarked
package org.openr1.sandbox.router;

import org.jspecify.annotations.NullMarked;
