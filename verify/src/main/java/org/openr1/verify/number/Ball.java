package org.openr1.verify.number;

import java.math.BigDecimal;

/**
 * A complex number known up to an error: it lies within {@code radius} of {@code re + i im}.
 *
 * @param radius 0 or more
 */
public record Ball(BigDecimal re, BigDecimal im, BigDecimal radius) {
  public static final Ball ZERO = new Ball(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Whether the imaginary part is exactly 0. */
  public boolean isReal() {
    return im.signum() == 0;
  }

  /** Whether 0 lies in the ball. */
  public boolean mayBeZero() {
    return re.abs().compareTo(radius) <= 0 && im.abs().compareTo(radius) <= 0;
  }
}
