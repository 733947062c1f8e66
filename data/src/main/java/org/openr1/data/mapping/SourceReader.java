package org.openr1.data.mapping;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.io.BadRowException;
import org.openr1.data.io.DataFileException;
import org.openr1.data.io.DataFiles;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;

/** Reads one source of a recipe as problems, file by file and never all at once. */
public final class SourceReader {
  private final SourceOptions options;

  public SourceReader(SourceOptions options) {
    this.options = options;
  }

  /**
   * Reads the source from its beginning.
   *
   * @param firstNumber number of the first good row; the others follow
   * @throws DataFileException for a file that cannot be read; for the first row that cannot be
   *     used, unless bad rows are skipped; and if there is no good row
   */
  public SourceCounts read(long firstNumber, Consumer<CurationRow> sink) {
    Reading reading = new Reading(firstNumber, sink);
    for (Path file : DataFiles.find(options.path(), options.configuration(), options.split())) {
      if (reading.isFull()) {
        break;
      }
      reading.file(file);
    }
    if (reading.good == 0) {
      throw new DataFileException(
          Path.of(options.path()),
          reading.firstBad == null
              ? "no rows"
              : "none of %d rows can be used; the first: %s"
                  .formatted(reading.bad, reading.firstBad));
    }
    return new SourceCounts(reading.good + reading.bad, reading.bad, reading.reasons);
  }

  private final class Reading {
    private final RowMapper mapper = new RowMapper(options);
    private final Consumer<CurationRow> sink;
    private final String split = options.split().isBlank() ? "train" : options.split();
    private final SortedMap<String, Long> reasons = new TreeMap<>();
    private long number;
    private long good;
    private long bad;
    private @Nullable String firstBad;

    Reading(long firstNumber, Consumer<CurationRow> sink) {
      this.number = firstNumber;
      this.sink = sink;
    }

    boolean isFull() {
      return options.limit() > 0 && good >= options.limit();
    }

    void file(Path file) {
      try (RowSource rows = RowSource.open(file)) {
        while (!isFull()) {
          CurationRow problem = null;
          try {
            JsonRow row = rows.next();
            if (row == null) {
              return;
            }
            problem = mapper.takes(row) ? mapped(row) : null;
          } catch (BadRowException e) {
            skip(e);
          }
          if (problem != null) {
            number++;
            good++;
            sink.accept(problem);
          }
        }
      }
    }

    private CurationRow mapped(JsonRow row) {
      try {
        return mapper.map(row, number, split);
      } catch (IllegalArgumentException e) {
        throw new BadRowException(row.file(), row.line(), String.valueOf(e.getMessage()), e);
      }
    }

    private void skip(BadRowException e) {
      String message = String.valueOf(e.getMessage());
      if (!options.skipBadRows()) {
        throw new DataFileException(
            Path.of(options.path()),
            message + "; --skip-bad-rows leaves such rows out and counts them",
            e);
      }
      firstBad = firstBad == null ? message : firstBad;
      bad++;
      reasons.merge(e.kind(), 1L, Long::sum);
    }
  }
}
