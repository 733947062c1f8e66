package org.openr1.verify.number;

/**
 * Counts the work of one call and ends it when the limit is reached. Work is the same on any
 * machine; the clock is looked at only now and then, as a guard. Used by one thread.
 */
public final class Work {
  /** Thrown inside the verifier when a bound is reached; the verdict is then "undecided". */
  public static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exceeded(String what) {
      super(what, null, false, false);
    }
  }

  private static final long CLOCK_EVERY = 1_000;
  private final long limit;
  private final long deadline;
  private final int maxBits;
  private long spent;
  private long nextLook;

  /**
   * @param limit units of work
   * @param millis wall time
   * @param digits longest exact number in decimal digits
   */
  public Work(long limit, long millis, int digits) {
    this.limit = limit;
    this.deadline = System.nanoTime() + millis * 1_000_000;
    this.maxBits = (int) (digits * 3.33);
    this.nextLook = CLOCK_EVERY;
  }

  /**
   * Counts {@code units} of work.
   *
   * @throws Exceeded when that is more than the call may do
   */
  public void spend(long units) {
    spent += units;
    if (spent > limit) {
      throw new Exceeded("work");
    }
    if (spent >= nextLook) {
      nextLook = spent + CLOCK_EVERY;
      if (System.nanoTime() - deadline > 0) {
        throw new Exceeded("time");
      }
    }
  }

  /**
   * Asks before a number of {@code bits} bits is made.
   *
   * @throws Exceeded when it is too long
   */
  public void allowBits(long bits) {
    if (bits > maxBits) {
      throw new Exceeded("digits");
    }
    // Bringing a fraction into lowest terms takes time with the square of its length.
    long words = bits / 64;
    spend(1 + words * words / 64);
  }

  public long spent() {
    return spent;
  }
}
