/** Judging programs by test cases: output, function calls with JSON, asserts. */
@NullMarked
package org.openr1.sandbox.judge;

import org.jspecify.annotations.NullMarked;
