package org.openr1.data.mapping;

import java.util.Objects;

/**
 * A source of rows.
 *
 * @param name of the dataset in provenance
 * @param path a file, a folder, a pattern such as {@code data/*.parquet}, or a dataset directory as
 *     the Hub has them
 * @param configuration of a dataset directory; blank: the only one, or {@code default}
 * @param split of a dataset directory; blank: the only one, or {@code train}
 * @param licence as the Hub names it; blank when unknown
 * @param limit the first so many rows, or 0 for all
 * @param skipBadRows whether rows that cannot be used are counted instead of ending the run
 * @param seed of the order of options
 */
public record SourceOptions(
    String name,
    String path,
    String configuration,
    String split,
    String licence,
    int limit,
    boolean skipBadRows,
    long seed,
    ColumnMapping mapping) {
  public SourceOptions {
    Objects.requireNonNull(mapping, "mapping");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(licence, "licence");
    if (name.isBlank() || path.isBlank()) {
      throw new IllegalArgumentException("a source needs a name and a path");
    }
    if (limit < 0) {
      throw new IllegalArgumentException("limit of source " + name + " is negative: " + limit);
    }
  }
}
