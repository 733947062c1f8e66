package org.openr1.data.curation.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.openr1.data.io.DataFileException;

/**
 * Numbers that were dear to get, in a file that grows line by line, each on disk before it counts.
 * Thread-safe.
 */
final class NumberCache {
  private static final int KEY_LENGTH = 64;

  private final Path file;
  private final Map<String, Double> values = new ConcurrentHashMap<>();

  private NumberCache(Path file) {
    this.file = file;
  }

  /** Opens a file in the folder; a last line that a kill cut is dropped. */
  static NumberCache open(Path folder, String name) {
    NumberCache cache = new NumberCache(folder.resolve(name + ".tsv"));
    try {
      Files.createDirectories(folder);
      if (Files.exists(cache.file)) {
        String text = Files.readString(cache.file);
        int end = text.lastIndexOf('\n') + 1;
        text.substring(0, end).lines().forEach(cache::take);
        if (end < text.length()) {
          try (FileChannel channel = FileChannel.open(cache.file, StandardOpenOption.WRITE)) {
            channel.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
          }
        }
      }
    } catch (IOException e) {
      throw new DataFileException(cache.file, "cannot be read: " + e.getMessage(), e);
    }
    return cache;
  }

  private void take(String line) {
    if (line.length() > KEY_LENGTH + 1 && line.charAt(KEY_LENGTH) == '\t') {
      try {
        values.put(line.substring(0, KEY_LENGTH), Double.valueOf(line.substring(KEY_LENGTH + 1)));
      } catch (NumberFormatException e) {
        throw new DataFileException(file, "holds a line that is no number: " + line, e);
      }
    }
  }

  /** The key of some texts. */
  static String key(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** The number under a key; NaN where there was none to get. */
  OptionalDouble get(String key) {
    Double value = values.get(key);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  synchronized void put(String key, double value) {
    ByteBuffer line = ByteBuffer.wrap((key + "\t" + value + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be written: " + e.getMessage(), e);
    }
    values.put(key, value);
  }
}
