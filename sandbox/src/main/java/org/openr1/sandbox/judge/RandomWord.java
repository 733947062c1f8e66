package org.openr1.sandbox.judge;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Words that nobody can guess. */
final class RandomWord {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private RandomWord() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
