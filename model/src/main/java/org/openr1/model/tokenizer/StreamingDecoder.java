package org.openr1.model.tokenizer;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * Turns tokens that arrive one at a time into text, never splitting a character.
 *
 * <p>Text that ends inside a UTF-8 sequence is held back until the sequence is complete. All
 * returned parts together, {@link #flush} included, equal the decoding of all tokens at once. One
 * decoder serves one sequence and one thread.
 *
 * <p>Method: the decoding of a window of tokens is compared with and without the new ones, so that
 * decoders which treat the first token in a special way come out right (as
 * text-generation-inference and vLLM do it).
 */
public final class StreamingDecoder {
  private static final char REPLACEMENT = '\uFFFD';

  private final Function<int[], String> decode;
  // Tokens that still matter: [0, read) are shown already, [read, size) are held back.
  private int[] window = new int[16];
  private int size;
  private int read;

  /** A decoder of one sequence over a function that decodes token ids. */
  public StreamingDecoder(Function<int[], String> decode) {
    this.decode = Objects.requireNonNull(decode, "decode");
  }

  /** Takes the next token; returns the text that is complete now, often empty. */
  public String add(int id) {
    if (id < 0) {
      throw new IllegalArgumentException("token id " + id + " is negative");
    }
    if (size == window.length) {
      window = Arrays.copyOf(window, 2 * size);
    }
    window[size++] = id;
    String all = decode.apply(Arrays.copyOf(window, size));
    if (!all.isEmpty() && all.charAt(all.length() - 1) == REPLACEMENT) {
      return "";
    }
    return advance(all);
  }

  /** Ends the sequence: returns what was held back, incomplete characters as U+FFFD. */
  public String flush() {
    return advance(decode.apply(Arrays.copyOf(window, size)));
  }

  private String advance(String all) {
    String shown = decode.apply(Arrays.copyOf(window, read));
    String fresh = all.substring(Math.min(shown.length(), all.length()));
    // The tokens just shown stay as context for the next ones.
    System.arraycopy(window, read, window, 0, size - read);
    size -= read;
    read = size;
    return fresh;
  }
}
