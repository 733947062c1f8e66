package org.openr1.sandbox.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream on a thread of its own up to a limit; what comes after it is thrown away. */
final class BoundedOutput implements Runnable {
  private static final int CHUNK = 1 << 16;

  private final InputStream stream;
  private final long limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private volatile boolean exceeded;

  BoundedOutput(InputStream stream, long limit) {
    this.stream = stream;
    this.limit = limit;
  }

  @Override
  public void run() {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        take(chunk, count);
      }
    } catch (IOException e) {
      // The stream is closed from our side when a program is killed; what came before it counts.
    }
  }

  private synchronized void take(byte[] chunk, int count) {
    int room = (int) Math.min(count, limit - bytes.size());
    bytes.write(chunk, 0, room);
    if (room < count) {
      exceeded = true;
    }
  }

  boolean exceeded() {
    return exceeded;
  }

  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }

  /** What came, as UTF-8. */
  synchronized String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
