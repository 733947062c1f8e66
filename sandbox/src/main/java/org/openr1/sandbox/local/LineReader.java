package org.openr1.sandbox.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a program's output, up to a number of bytes in all. */
final class LineReader {
  private final InputStream stream;
  private final long limit;
  private long count;
  private volatile boolean exceeded;

  LineReader(InputStream stream, long limit) {
    this.stream = new BufferedInputStream(stream, 1 << 16);
    this.limit = limit;
  }

  /** The next line without its line end; empty at the end of the stream. */
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = stream.read(); next >= 0; next = stream.read()) {
      if (++count > limit) {
        exceeded = true;
        throw new IOException("more than " + limit + " bytes of output");
      }
      if (next == '\n') {
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      line.write(next);
    }
    return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
  }

  boolean exceeded() {
    return exceeded;
  }
}
