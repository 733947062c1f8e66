package org.openr1.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openr1.model.AtomicFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checkpoints {@code checkpoint-N} of a run directory.
 *
 * <p>A checkpoint is written under a temporary name, forced to disk and renamed; an old one is
 * renamed before it is deleted. So whatever carries the name {@code checkpoint-N} is complete, even
 * after a kill at any moment, and leftovers are removed when the store is opened.
 */
public final class CheckpointStore {
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d+)");
  private static final String STATE = "trainer_state.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;
  private final int keepLast;

  /**
   * Opens the store and removes what a killed process left half-written or half-deleted.
   *
   * @param directory the run directory, made if it is missing
   * @param keepLast how many of the newest checkpoints stay, at least 1
   */
  public CheckpointStore(Path directory, int keepLast) {
    if (keepLast < 1) {
      throw new IllegalArgumentException("keepLast " + keepLast + " must be at least 1");
    }
    this.directory = directory;
    this.keepLast = keepLast;
    try {
      Files.createDirectories(directory);
      // Names with a dot before them are those of earlier versions.
      for (Path leftover : list("{checkpoint-*" + AtomicFiles.TEMPORARY + ",.checkpoint-*}")) {
        AtomicFiles.deleteTree(leftover);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + directory + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes a checkpoint and removes the ones that are too old. A step that has one keeps it: the
   * run is deterministic.
   *
   * @param step optimiser steps done
   * @param state further values for {@code trainer_state.json}
   * @param writer writes all other files
   * @return the checkpoint's directory
   */
  public Path save(long step, Map<String, ?> state, AtomicFiles.DirectoryWriter writer) {
    Path target = directory.resolve("checkpoint-" + step);
    if (Files.exists(target)) {
      return target;
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("global_step", step);
    content.putAll(state);
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
    try {
      AtomicFiles.writeDirectory(
          target,
          temporary -> {
            writer.write(temporary);
            Files.writeString(temporary.resolve(STATE), text);
          });
      List<Path> all = complete();
      for (Path old : all.subList(0, Math.max(0, all.size() - keepLast))) {
        delete(old);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    }
    return target;
  }

  /** The newest complete checkpoint. */
  public Optional<Checkpoint> latest() {
    try {
      List<Path> all = complete();
      if (all.isEmpty()) {
        return Optional.empty();
      }
      Path newest = all.getLast();
      return Optional.of(
          new Checkpoint(
              newest, step(newest), JSON.readTree(Files.readString(newest.resolve(STATE)))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory + ": " + e.getMessage(), e);
    }
  }

  private void delete(Path checkpoint) throws IOException {
    Path aside = AtomicFiles.temporary(checkpoint);
    AtomicFiles.rename(checkpoint, aside);
    AtomicFiles.deleteTree(aside);
  }

  /** Complete checkpoints, by rising step. */
  private List<Path> complete() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path path : list("checkpoint-*")) {
      if (NAME.matcher(path.getFileName().toString()).matches()
          && Files.exists(path.resolve(STATE))) {
        found.add(path);
      }
    }
    found.sort(Comparator.comparingLong(CheckpointStore::step));
    return found;
  }

  private List<Path> list(String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
      entries.forEach(found::add);
    }
    return found;
  }

  private static long step(Path checkpoint) {
    Matcher matcher = NAME.matcher(checkpoint.getFileName().toString());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(checkpoint + " is no checkpoint");
    }
    return Long.parseLong(matcher.group(1));
  }
}
