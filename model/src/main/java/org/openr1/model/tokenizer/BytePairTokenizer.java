package org.openr1.model.tokenizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A byte-level BPE tokenizer as data, to be written by {@link TokenizerWriter}.
 *
 * @param vocabulary token spellings (see GPT-2's byte alphabet) and their ids, in id order
 * @param merges the two parts of each merge with a space between, best first
 * @param ignoreMerges whether a piece that is a vocabulary entry is one token without merging
 * @param preTokenization how the text is cut before merging
 * @param addedTokens tokens matched in the text first; their ids may lie in the vocabulary
 * @param specialTokens roles such as {@code bos_token}, {@code eos_token}, {@code pad_token} and
 *     the text of the token that plays each
 * @param addBos whether encoding with special tokens puts {@code bos_token} in front
 * @param chatTemplate Jinja source of the chat template
 * @param maximumLength longest sequence of the model in tokens
 */
public record BytePairTokenizer(
    SequencedMap<String, Integer> vocabulary,
    List<String> merges,
    boolean ignoreMerges,
    PreTokenization preTokenization,
    List<AddedToken> addedTokens,
    SequencedMap<String, String> specialTokens,
    boolean addBos,
    @Nullable String chatTemplate,
    int maximumLength) {

  /** Copies the collections and checks that special tokens are known. */
  public BytePairTokenizer {
    vocabulary = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(vocabulary));
    merges = List.copyOf(merges);
    addedTokens = List.copyOf(addedTokens);
    specialTokens = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(specialTokens));
    if (maximumLength < 1) {
      throw new IllegalArgumentException("maximum length " + maximumLength);
    }
    for (Map.Entry<String, String> special : specialTokens.entrySet()) {
      String content = special.getValue();
      if (!vocabulary.containsKey(content)
          && addedTokens.stream().noneMatch(token -> token.content().equals(content))) {
        throw new IllegalArgumentException(
            special.getKey() + " '" + content + "' is no token of the vocabulary");
      }
    }
    if (addBos && !specialTokens.containsKey("bos_token")) {
      throw new IllegalArgumentException("addBos without a bos_token");
    }
  }

  /** One more than the largest id. */
  public int size() {
    int largest = vocabulary.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
    return Math.max(largest, addedTokens.stream().mapToInt(AddedToken::id).max().orElse(-1)) + 1;
  }
}
