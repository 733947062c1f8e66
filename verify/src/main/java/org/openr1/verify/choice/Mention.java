package org.openr1.verify.choice;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of a choice.
 *
 * @param choice the choice; null when several are named, none, or one that is not offered
 * @param first token where the mention starts
 * @param last its last token
 * @param next the token behind it and its closing brackets
 */
record Mention(@Nullable String choice, int first, int last, int next) {}
