package org.openr1.model.tokenizer;

import java.nio.charset.StandardCharsets;

/**
 * The printable character that byte-level BPE writes for each byte (GPT-2, {@code
 * bytes_to_unicode}): printable Latin-1 bytes stand for themselves, the others for characters from
 * U+0100 on.
 */
final class ByteAlphabet {
  private static final char[] CHARACTERS = characters();

  private ByteAlphabet() {}

  /** The character of a byte value in 0..255. */
  static char character(int value) {
    return CHARACTERS[value];
  }

  /** The byte-level spelling of a text: one character for each byte of its UTF-8 form. */
  static String spell(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder spelled = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      spelled.append(CHARACTERS[b & 0xFF]);
    }
    return spelled.toString();
  }

  private static char[] characters() {
    char[] characters = new char[256];
    char next = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable =
          (value >= '!' && value <= '~')
              || (value >= 0xA1 && value <= 0xAC)
              || (value >= 0xAE && value <= 0xFF);
      characters[value] = printable ? (char) value : next++;
    }
    return characters;
  }
}
