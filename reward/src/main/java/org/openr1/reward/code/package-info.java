/**
 * Rewards that run code: test cases, Codeforces and IOI (sections 4.4 to 4.7 of the memo on R1,
 * after open-r1).
 */
@NullMarked
package org.openr1.reward.code;

import org.jspecify.annotations.NullMarked;
