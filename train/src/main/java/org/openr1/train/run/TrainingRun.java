package org.openr1.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openr1.model.AtomicFiles;
import tools.jackson.databind.JsonNode;

/**
 * The directory of one training run: {@code metrics.jsonl}, TensorBoard events, further logs and
 * checkpoints.
 *
 * <p>Opening it again finds the latest checkpoint and cuts every log behind it, so that no step
 * appears twice. The event file is made anew from {@code metrics.jsonl}.
 */
public final class TrainingRun implements AutoCloseable {
  private static final String TIME = "time";

  private final Path directory;
  private final CheckpointStore checkpoints;
  private final Optional<Checkpoint> resumePoint;
  private final StepLog metrics;
  private final EventFile events;
  private final List<StepLog> logs = new ArrayList<>();

  /**
   * Opens or creates a run.
   *
   * @param directory made if it is missing
   * @param keepLast how many checkpoints stay
   */
  public TrainingRun(Path directory, int keepLast) {
    this.directory = directory;
    checkpoints = new CheckpointStore(directory, keepLast);
    resumePoint = checkpoints.latest();
    List<JsonNode> rows = new ArrayList<>();
    metrics = StepLog.open(directory.resolve("metrics.jsonl"), step(), rows::add);
    logs.add(metrics);
    deleteEvents();
    double now = now();
    events =
        new EventFile(
            directory.resolve("events.out.tfevents." + (long) now + ".openr1"),
            rows.isEmpty() ? now : rows.getFirst().path(TIME).asDouble(now));
    rows.forEach(this::replay);
  }

  /** The run directory. */
  public Path directory() {
    return directory;
  }

  /** The checkpoint that the run continues from. */
  public Optional<Checkpoint> resumePoint() {
    return resumePoint;
  }

  /** Optimiser steps done when the run was opened. */
  public long step() {
    return resumePoint.map(Checkpoint::step).orElse(0L);
  }

  /**
   * Another log of this run, such as {@code completions.jsonl}; cut and closed like the metrics.
   */
  public StepLog log(String fileName) {
    StepLog log = StepLog.open(directory.resolve(fileName), step(), row -> {});
    logs.add(log);
    return log;
  }

  /** Writes the measurements of a step to {@code metrics.jsonl} and the event file. */
  public void metrics(long step, Map<String, Double> values) {
    double time = now();
    Map<String, Object> row = new LinkedHashMap<>(values);
    row.put(TIME, time);
    metrics.append(step, row);
    events.scalars(step, time, values);
  }

  /**
   * Writes a checkpoint after forcing all logs to disk.
   *
   * @see CheckpointStore#save
   */
  public Path checkpoint(long step, Map<String, ?> state, AtomicFiles.DirectoryWriter writer) {
    logs.forEach(StepLog::force);
    return checkpoints.save(step, state, writer);
  }

  private void replay(JsonNode row) {
    Map<String, Double> values = new LinkedHashMap<>();
    row.properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              if (entry.getValue().isNumber() && !name.equals("step") && !name.equals(TIME)) {
                values.put(name, entry.getValue().asDouble());
              }
            });
    events.scalars(row.path("step").asLong(), row.path(TIME).asDouble(), values);
  }

  private void deleteEvents() {
    try (DirectoryStream<Path> old =
        Files.newDirectoryStream(directory, "events.out.tfevents.*.openr1")) {
      for (Path file : old) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + directory + ": " + e.getMessage(), e);
    }
  }

  private static double now() {
    return System.currentTimeMillis() / 1000.0;
  }

  @Override
  public void close() {
    logs.forEach(StepLog::close);
    events.close();
  }
}
