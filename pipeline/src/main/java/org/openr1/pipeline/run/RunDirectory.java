package org.openr1.pipeline.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.recipe.YamlText;

/**
 * The directory of one run, held by this process alone while open: {@code recipe.yaml} (resolved),
 * {@code machine.json}, {@code run.log}, one folder per stage, {@code results.json}, {@code
 * report.html}.
 */
public final class RunDirectory implements AutoCloseable {
  /** The resolved recipe. */
  public static final String RECIPE = "recipe.yaml";

  /** Evaluation figures, an array. */
  public static final String RESULTS = "results.json";

  /** The report. */
  public static final String REPORT = "report.html";

  /** Machine facts of the last process. */
  public static final String MACHINE = "machine.json";

  /** Everything printed as plain lines, with times. */
  public static final String LOG = "run.log";

  private static final long LEAST_FREE_BYTES = 256L << 20;

  private final Path path;
  private final RunLock lock;
  private final boolean existed;

  private RunDirectory(Path path, RunLock lock, boolean existed) {
    this.path = path;
    this.lock = lock;
    this.existed = existed;
  }

  /**
   * Opens or makes the directory and writes the resolved recipe into a new one.
   *
   * @param fresh delete what an earlier run left
   * @throws RecipeException if it cannot be written, is not a run directory, is in use, holds a run
   *     of another recipe, or its disk is nearly full
   */
  public static RunDirectory open(Path path, Node.Mapping recipe, boolean fresh) {
    try {
      boolean existed = Files.exists(path.resolve(RECIPE));
      if (!existed) {
        refuseForeign(path);
      }
      Files.createDirectories(path);
      checkWritable(path);
      RunLock lock = RunLock.take(path);
      try {
        if (existed && fresh) {
          clear(path);
          existed = false;
        }
        if (existed) {
          refuseChanged(path, recipe);
        } else {
          AtomicFiles.write(path.resolve(RECIPE), YamlText.of(recipe));
        }
        return new RunDirectory(path, lock, existed);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (FileAlreadyExistsException e) {
      throw new RecipeException("The run directory " + path + " is a file", e);
    } catch (IOException e) {
      throw new RecipeException("Cannot use the run directory " + path + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "it is not there and cannot be made";
      case AccessDeniedException denied -> "access denied";
      case FileSystemException failed when failed.getReason() != null -> failed.getReason();
      default -> e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    };
  }

  private static void refuseForeign(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> content = Files.list(path)) {
      Optional<Path> foreign =
          content
              .filter(file -> !file.getFileName().toString().equals("lock"))
              .filter(file -> !file.getFileName().toString().endsWith(AtomicFiles.TEMPORARY))
              .findFirst();
      if (foreign.isPresent()) {
        throw new RecipeException(
            path
                + " holds other files ("
                + foreign.get().getFileName()
                + ") and no run; give an"
                + " empty or new directory with --run-dir DIR");
      }
    }
  }

  private static void checkWritable(Path path) throws IOException {
    if (!Files.isWritable(path)) {
      throw new RecipeException(
          "The run directory " + path + " cannot be written to; give another with --run-dir DIR");
    }
    Path probe = AtomicFiles.temporary(path.resolve("probe"));
    Files.write(probe, new byte[1]);
    Files.delete(probe);
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new RecipeException(
          "The disk of the run directory "
              + path
              + " has "
              + (free >> 20)
              + " MiB left; at least "
              + (LEAST_FREE_BYTES >> 20)
              + " MiB are needed");
    }
  }

  private static void clear(Path path) throws IOException {
    // The recipe goes last: as long as it stands, the directory is known as a run and can be
    // cleared again.
    List<Path> content;
    try (Stream<Path> listed = Files.list(path)) {
      content = listed.toList();
    }
    for (Path file : content) {
      String name = file.getFileName().toString();
      if (!name.equals("lock") && !name.equals(RECIPE)) {
        AtomicFiles.deleteTree(file);
      }
    }
    Files.deleteIfExists(path.resolve(RECIPE));
  }

  private static void refuseChanged(Path path, Node.Mapping recipe) {
    List<String> changes =
        RecipeChanges.between(YamlReader.read(path.resolve(RECIPE)), reread(recipe));
    if (!changes.isEmpty()) {
      String shown =
          String.join("\n  ", changes.subList(0, Math.min(changes.size(), 12)))
              + (changes.size() > 12 ? "\n  and " + (changes.size() - 12) + " more" : "");
      throw new RecipeException(
          "The run in "
              + path
              + " was begun with another recipe. Changed since:\n  "
              + shown
              + "\n"
              + "Start anew with --fresh (deletes that run), keep it and use another directory with"
              + " --run-dir DIR, or put the old values back to continue it.");
    }
  }

  /** The tree as it looks after a trip through the file, so that both sides are compared alike. */
  private static Node.Mapping reread(Node.Mapping recipe) {
    return YamlReader.parseMapping(RECIPE, YamlText.of(recipe));
  }

  /** The directory. */
  public Path path() {
    return path;
  }

  /** Whether an earlier process had begun this run. */
  public boolean existed() {
    return existed;
  }

  /** The folder of a stage, made if absent. */
  public Path stageFolder(String stage) throws IOException {
    return Files.createDirectories(path.resolve(stage));
  }

  /** The manifest of a stage, if it is done. */
  public Optional<StageManifest> manifest(String stage) throws IOException {
    return StageManifest.read(path.resolve(stage));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
