package org.openr1.data.io;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Parquet's text cannot hold. The character NUL and halves of surrogate pairs, which JSON can
 * write as escapes, become U+FFFD.
 */
final class ParquetText {
  /** How the escapes of NUL and of surrogates begin: what may have to be repaired. */
  private static final int NUL = ('u' << 24) | ('0' << 16) | ('0' << 8) | '0';

  private static final int SURROGATE = ('\\' << 16) | ('u' << 8) | 'd';

  /** How a file is written. */
  record Scan(long longestLine, boolean needsRepair) {}

  private ParquetText() {}

  /** Looks at every byte once. */
  static Scan scan(Path jsonl) throws IOException {
    long longest = 0;
    long length = 0;
    boolean suspicious = false;
    int window = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(jsonl))) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          length++;
          if (b == '\n') {
            longest = Math.max(longest, length);
            length = 0;
          }
          window = (window << 8) | (Character.toLowerCase(b) & 0xff);
          suspicious |= window == NUL || (window & 0xffffff) == SURROGATE;
        }
      }
    }
    return new Scan(Math.max(longest, length), suspicious);
  }

  /** A copy of the lines in which all text can be written. */
  static void repair(Path jsonl, Path copy) throws IOException {
    try (RowSource rows = RowSource.open(jsonl);
        BufferedWriter out = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
      for (JsonRow row = rows.next(); row != null; row = rows.next()) {
        out.write(clean(row.fields().toString()));
        out.write('\n');
      }
    }
  }

  private static String clean(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\') {
        int end = json.charAt(i + 1) == 'u' ? i + 6 : i + 2;
        String escape = json.substring(i, end);
        out.append(escape.equals("\\u0000") ? "\ufffd" : escape);
        i = end - 1;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < json.length()
          && Character.isLowSurrogate(json.charAt(i + 1))) {
        out.append(c).append(json.charAt(++i));
      } else {
        out.append(Character.isSurrogate(c) ? '\ufffd' : c);
      }
    }
    return out.toString();
  }
}
