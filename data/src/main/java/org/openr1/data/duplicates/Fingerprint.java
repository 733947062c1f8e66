package org.openr1.data.duplicates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 128 bits of a text's SHA-256: equal for equal texts, in practice for no others. */
public record Fingerprint(long high, long low) {
  // One a thread: looking a digest up costs more than hashing a short text.
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(Fingerprint::sha256);

  /** Of the text after normalisation; thread-safe. */
  public static Fingerprint of(String text, TextNormalisation normalisation) {
    String normalised = normalisation.apply(text);
    MessageDigest sha256 = SHA_256.get();
    boolean narrow = isNarrow(normalised);
    sha256.update((byte) (narrow ? 1 : 2));
    byte[] digest =
        sha256.digest(
            narrow ? normalised.getBytes(StandardCharsets.ISO_8859_1) : wideBytes(normalised));
    return new Fingerprint(longAt(digest, 0), longAt(digest, Long.BYTES));
  }

  private static boolean isNarrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /** Two bytes a char, also for lone surrogates, which encoders turn into question marks. */
  private static byte[] wideBytes(String text) {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes[2 * i] = (byte) (c >> Byte.SIZE);
      bytes[2 * i + 1] = (byte) c;
    }
    return bytes;
  }

  private static long longAt(byte[] bytes, int at) {
    long value = 0;
    for (int i = at; i < at + Long.BYTES; i++) {
      value = value << Byte.SIZE | (bytes[i] & 0xFF);
    }
    return value;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
