package org.openr1.data.io;

/** A column of a Parquet file that is written. */
public record ParquetColumn(String name, ParquetType type) {
  public ParquetColumn {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }
}
