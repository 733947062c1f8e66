package org.openr1.data.io;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of a Parquet file as JSON objects, all columns; the line of a row is its number, from 1.
 * Uncompressed, snappy, zstd and gzip.
 */
final class ParquetRows implements RowSource {
  private static final String MAGIC = "PAR1";
  private static final int SMALLEST = 12;

  /** Held so that it stays as set: which decoders the reader chose is of no interest to users. */
  private static final Logger READER_LOG = Logger.getLogger("dev.hardwood");

  static {
    READER_LOG.setLevel(Level.WARNING);
  }

  private final Path file;
  private final ParquetFileReader reader;
  private final RowReader rows;
  private long row;

  ParquetRows(Path file) {
    this.file = file;
    checkEnds(file);
    ParquetFileReader opened = null;
    try {
      opened = ParquetFileReader.open(InputFile.of(file));
      this.rows = opened.rowReader();
      this.reader = opened;
    } catch (IOException | RuntimeException e) {
      closeQuietly(opened);
      throw new DataFileException(file, "cannot be read as Parquet: " + reason(e), e);
    }
  }

  /** Tells a file of another kind from one that was cut off. */
  private static void checkEnds(Path file) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] magic = new byte[4];
      long size = in.length();
      if (size >= magic.length) {
        in.readFully(magic);
      }
      if (!text(magic).equals(MAGIC)) {
        throw new DataFileException(file, "is not a Parquet file: it does not begin with " + MAGIC);
      }
      in.seek(size - magic.length);
      in.readFully(magic);
      if (size < SMALLEST || !text(magic).equals(MAGIC)) {
        throw new DataFileException(
            file, "is a Parquet file that was cut off: it does not end with " + MAGIC);
      }
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static String text(byte[] magic) {
    return new String(magic, StandardCharsets.ISO_8859_1);
  }

  @Override
  public @Nullable JsonRow next() {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      rows.next();
      row++;
      ObjectNode fields = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < rows.getFieldCount(); i++) {
        fields.set(rows.getFieldName(i), ParquetValues.json(rows.getValue(i)));
      }
      return new JsonRow(file, row, fields);
    } catch (RuntimeException e) {
      throw new DataFileException(file, "row " + (row + 1) + " cannot be read: " + reason(e), e);
    }
  }

  /** The innermost message, which is the codec's or the decoder's own. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.contains("required library not found")
        ? "its compression is not read here (snappy, zstd, gzip and none are)"
        : message;
  }

  private static void closeQuietly(@Nullable ParquetFileReader reader) {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException ignored) {
      // The failure to open it is already on its way to the caller.
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
      reader.close();
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be closed: " + e.getMessage(), e);
    }
  }
}
