package org.openr1.train.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A TensorBoard event file of scalars: TFRecord framing (length, masked CRC32C, payload, masked
 * CRC32C) around {@code tensorflow.Event} messages written by hand.
 */
final class EventFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  /** Starts the file anew. */
  EventFile(Path path, double wallTime) {
    this.path = path;
    try {
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + path + ": " + e.getMessage(), e);
    }
    Message event = new Message();
    event.fixed64(1, Double.doubleToLongBits(wallTime));
    event.bytes(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    write(event.toByteArray());
  }

  /** One event with all values of a step; values that are not finite are left out. */
  void scalars(long step, double wallTime, Map<String, Double> values) {
    Message summary = new Message();
    values.forEach(
        (tag, value) -> {
          if (Double.isFinite(value)) {
            Message scalar = new Message();
            scalar.bytes(1, tag.getBytes(StandardCharsets.UTF_8));
            scalar.fixed32(2, Float.floatToIntBits(value.floatValue()));
            summary.bytes(1, scalar.toByteArray());
          }
        });
    Message event = new Message();
    event.fixed64(1, Double.doubleToLongBits(wallTime));
    event.varint(2, step);
    event.bytes(5, summary.toByteArray());
    write(event.toByteArray());
  }

  private void write(byte[] payload) {
    ByteBuffer record = ByteBuffer.allocate(payload.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(payload.length);
    record.putInt(maskedChecksum(record.array(), 0, 8));
    record.put(payload);
    record.putInt(maskedChecksum(payload, 0, payload.length));
    record.flip();
    try {
      while (record.hasRemaining()) {
        channel.write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  static int maskedChecksum(byte[] bytes, int offset, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, offset, length);
    int value = (int) checksum.getValue();
    return ((value >>> 15) | (value << 17)) + 0xa282ead8;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + path + ": " + e.getMessage(), e);
    }
  }

  /** A protocol-buffers message under construction. */
  private static final class Message {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    void varint(int field, long value) {
      raw((long) field << 3);
      raw(value);
    }

    void fixed64(int field, long bits) {
      raw((long) field << 3 | 1);
      content.writeBytes(
          ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(bits).array());
    }

    void fixed32(int field, int bits) {
      raw((long) field << 3 | 5);
      content.writeBytes(
          ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bits).array());
    }

    void bytes(int field, byte[] value) {
      raw((long) field << 3 | 2);
      raw(value.length);
      content.writeBytes(value);
    }

    byte[] toByteArray() {
      return content.toByteArray();
    }

    private void raw(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        content.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      content.write((int) rest);
    }
  }
}
