package org.openr1.verify.choice;

import org.jspecify.annotations.Nullable;

/**
 * A statement of the answer.
 *
 * @param choice null when the statement names several choices or says that there is none
 * @param first token where the mention starts
 * @param last its last token
 * @param rule how it is stated
 */
record Claim(@Nullable String choice, int first, int last, String rule) {
  static Claim of(Mention mention, String rule) {
    return new Claim(mention.choice(), mention.first(), mention.last(), rule);
  }
}
