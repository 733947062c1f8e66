package org.openr1.model.tokenizer;

import java.util.Objects;

/**
 * A token that is matched in the text before the vocabulary is consulted ({@code added_tokens} of
 * {@code tokenizer.json}).
 *
 * @param id its token id
 * @param content its text
 * @param special whether decoding with {@code skipSpecial} leaves it out
 */
public record AddedToken(int id, String content, boolean special) {
  /** Checks the fields. */
  public AddedToken {
    if (id < 0) {
      throw new IllegalArgumentException("added token id " + id + " is negative");
    }
    Objects.requireNonNull(content, "content");
  }
}
