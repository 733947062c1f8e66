package org.openr1.model.generate;

import java.util.Objects;

/**
 * The random numbers of one sequence: a function of run seed, request id, sample index and position
 * alone, never of slot, batch or order, so that a sequence draws the same numbers wherever and
 * whenever it runs.
 *
 * <p>Counter-based as in Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011), with
 * the 64-bit finaliser of SplitMix (Steele, Lea, Flood 2014) applied twice under a 128-bit key.
 */
public final class SamplingStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long low;
  private final long high;

  private SamplingStream(long low, long high) {
    this.low = low;
    this.high = high;
  }

  /**
   * The stream of one sequence.
   *
   * @param seed the run's seed
   * @param requestId the problem's id
   * @param sampleIndex which of the request's samples
   */
  public static SamplingStream of(long seed, String requestId, int sampleIndex) {
    Objects.requireNonNull(requestId, "requestId is null");
    long low = mix(seed + GOLDEN_GAMMA);
    long high = mix(seed ^ 0xD1B54A32D192ED03L);
    for (int i = 0; i < requestId.length(); i++) {
      low = mix(low + GOLDEN_GAMMA + requestId.charAt(i));
      high = mix(high ^ (requestId.charAt(i) * 0x2545F4914F6CDD1DL) ^ i);
    }
    low = mix(low + GOLDEN_GAMMA * (sampleIndex + 1L));
    high = mix(high + 0xBF58476D1CE4E5B9L * (sampleIndex + 1L));
    return new SamplingStream(low, high);
  }

  /** A uniform number in [0, 1) with 53 random bits for the token at {@code position}. */
  public double uniform(int position) {
    long bits = mix(high + mix(low + GOLDEN_GAMMA * (position + 1L)));
    return (bits >>> 11) * 0x1.0p-53;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
