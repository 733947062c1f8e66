package org.openr1.train.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Named random streams of a run's seed.
 *
 * <p>A stream is a function of (seed, name, keys) only. Code that draws again after a resume asks
 * for the stream of its epoch or step anew, so that no generator's inside needs to be saved.
 */
public final class RandomStreams {
  private RandomStreams() {}

  /**
   * A generator at the start of a stream.
   *
   * @param seed the run's seed
   * @param name what the stream is for, such as {@code "sft/order"}
   * @param keys numbers or texts that tell streams of one name apart, such as the epoch
   */
  public static RandomGenerator of(long seed, String name, Object... keys) {
    return new SplittableRandom(seedOf(seed, name, keys));
  }

  /** A 64-bit seed for a stream, for generators that are not Java's. */
  public static long seedOf(long seed, String name, Object... keys) {
    StringBuilder text = new StringBuilder().append(seed);
    append(text, name);
    for (Object key : keys) {
      append(text, key.toString());
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The numbers 0 to {@code size - 1} in an order drawn from the generator (Fisher-Yates). */
  public static int[] permutation(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The length before the text keeps ("a", "bc") and ("ab", "c") apart. */
  private static void append(StringBuilder text, String part) {
    text.append('|').append(part.length()).append(':').append(part);
  }
}
