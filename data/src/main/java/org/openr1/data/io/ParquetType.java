package org.openr1.data.io;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The type of a column of a Parquet file that is written. */
public sealed interface ParquetType {
  ParquetType TEXT = new Scalar("VARCHAR");
  ParquetType LONG = new Scalar("BIGINT");
  ParquetType DOUBLE = new Scalar("DOUBLE");
  ParquetType BOOLEAN = new Scalar("BOOLEAN");

  /** A conversation: a list of role and content. */
  ParquetType MESSAGES = listOf(structOf(Map.of("role", TEXT, "content", TEXT)));

  static ParquetType listOf(ParquetType element) {
    return new ListOf(element);
  }

  /** An object with these fields, in alphabetical order. */
  static ParquetType structOf(Map<String, ParquetType> fields) {
    return new StructOf(fields);
  }

  /** The type in DuckDB's SQL. */
  String sql();

  /** A single value. */
  record Scalar(String sql) implements ParquetType {}

  /** A list. */
  record ListOf(ParquetType element) implements ParquetType {
    @Override
    public String sql() {
      return element.sql() + "[]";
    }
  }

  /** An object. */
  record StructOf(Map<String, ParquetType> fields) implements ParquetType {
    public StructOf {
      fields = Map.copyOf(fields);
    }

    @Override
    public String sql() {
      return new TreeMap<>(fields)
          .entrySet().stream()
              .map(field -> Sql.name(field.getKey()) + " " + field.getValue().sql())
              .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
  }
}
