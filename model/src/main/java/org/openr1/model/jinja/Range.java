package org.openr1.model.jinja;

import java.util.Iterator;
import java.util.stream.LongStream;

/** A Python range of at most 100,000 numbers, the sandbox's limit. */
record Range(long start, long stop, long step) {
  private static final long MAX_LENGTH = 100_000;

  Range {
    if (step == 0) {
      throw TemplateException.value("range() arg 3 must not be zero");
    }
    if (length(start, stop, step) > MAX_LENGTH) {
      throw new TemplateException(
          TemplateException.Kind.OVERFLOW,
          "Range too big. The sandbox blocks ranges larger than MAX_RANGE (" + MAX_LENGTH + ").");
    }
  }

  private static double length(long start, long stop, long step) {
    return Math.max(0, Math.ceil(((double) stop - start) / step));
  }

  int length() {
    return (int) length(start, stop, step);
  }

  Object get(int index) {
    return start + index * step;
  }

  Iterator<Object> iterator() {
    return LongStream.range(0, length()).<Object>mapToObj(i -> start + i * step).iterator();
  }
}
