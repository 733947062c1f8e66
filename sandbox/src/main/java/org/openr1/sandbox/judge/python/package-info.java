/** Python's plain values in the JVM: literals, equality, and asserts split into call and value. */
@NullMarked
package org.openr1.sandbox.judge.python;

import org.jspecify.annotations.NullMarked;
