/**
 * Running programs on Piston workers over HTTP (section 4.5 of the memo on R1; Piston's API v2).
 */
@NullMarked
package org.openr1.sandbox.piston;

import org.jspecify.annotations.NullMarked;
