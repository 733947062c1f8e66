package org.openr1.data.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the files of a dataset: a file, a folder, a pattern, or a dataset directory as the Hub has
 * them, with a card that names configurations and splits, or with names of files that tell the
 * split.
 */
public final class DataFiles {
  private static final Pattern PATTERN = Pattern.compile("[*?\\[{]");
  private static final Pattern DATA =
      Pattern.compile(".*\\.(jsonl|ndjson|json|csv|tsv)(\\.gz)?|.*\\.parquet");
  private static final String TRAIN = "train";
  private static final int DEPTH = 3;

  /** Words in names of files and the split they mean, as the Hub reads them. */
  private static final SortedMap<String, String> SPLITS =
      new TreeMap<>(
          Map.of(
              "train", TRAIN,
              "training", TRAIN,
              "test", "test",
              "testing", "test",
              "eval", "test",
              "evaluation", "test",
              "validation", "validation",
              "valid", "validation",
              "dev", "validation",
              "val", "validation"));

  private DataFiles() {}

  /**
   * The files of a split, in the order of their names.
   *
   * @param path a file, a folder or a pattern; a pattern's folders hold no wildcards but {@code **}
   * @param configuration blank: the only one, or {@code default}
   * @param split blank: the only one, or {@code train}; of a single file or a pattern it is ignored
   * @throws DataFileException if there are no such files, naming the configurations or splits there
   *     are
   */
  public static List<Path> find(String path, String configuration, String split) {
    Path place = Path.of(path);
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    if (Files.isDirectory(place)) {
      return ofDirectory(place, configuration, split);
    }
    if (PATTERN.matcher(path).find()) {
      return matching(Path.of(""), path);
    }
    throw new DataFileException(place, "no such file or folder");
  }

  private static List<Path> ofDirectory(Path folder, String configuration, String split) {
    SortedMap<String, SortedMap<String, List<String>>> card = CardFiles.of(folder);
    if (!card.isEmpty()) {
      SortedMap<String, List<String>> splits =
          chosen(folder, "configuration", card, configuration, "default");
      List<Path> files = new ArrayList<>();
      for (String pattern : chosen(folder, "split", splits, split, TRAIN)) {
        files.addAll(matching(folder, pattern));
      }
      return files;
    }
    Path place = configuration.isBlank() ? folder : folder.resolve(configuration);
    if (!Files.isDirectory(place)) {
      throw new DataFileException(
          folder, "no configuration '%s'; there are: %s".formatted(configuration, folders(folder)));
    }
    SortedMap<String, List<Path>> bySplit = new TreeMap<>();
    for (Path file : dataFiles(place)) {
      bySplit.computeIfAbsent(splitOf(place.relativize(file)), name -> new ArrayList<>()).add(file);
    }
    if (bySplit.isEmpty()) {
      throw new DataFileException(
          place, "holds no data files (.jsonl, .json, .csv, .tsv, .parquet)");
    }
    return chosen(place, "split", bySplit, split, TRAIN);
  }

  private static <T> T chosen(
      Path folder, String what, SortedMap<String, T> there, String wanted, String usual) {
    if (wanted.isBlank()) {
      if (there.size() == 1) {
        return there.firstEntry().getValue();
      }
      T value = there.get(usual);
      if (value != null) {
        return value;
      }
    }
    T value = there.get(wanted);
    if (value == null) {
      throw new DataFileException(
          folder,
          wanted.isBlank()
              ? "name one of its %ss: %s".formatted(what, String.join(", ", there.keySet()))
              : "no %s '%s'; there are: %s"
                  .formatted(what, wanted, String.join(", ", there.keySet())));
    }
    return value;
  }

  /** By a word in the name or, of the folders above it, the nearest that has one. */
  private static String splitOf(Path file) {
    for (int i = file.getNameCount() - 1; i >= 0; i--) {
      for (String word : file.getName(i).toString().toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
        String split = SPLITS.get(word);
        if (split != null) {
          return split;
        }
      }
    }
    return TRAIN;
  }

  private static List<Path> dataFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(
              file ->
                  DATA.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT)).matches())
          .filter(file -> !hidden(folder.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DataFileException(folder, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean hidden(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static SortedSet<String> folders(Path folder) {
    SortedSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Files::isDirectory)) {
      children.forEach(child -> names.add(String.valueOf(child.getFileName())));
    } catch (IOException e) {
      throw new DataFileException(folder, "cannot be read: " + e.getMessage(), e);
    }
    return names;
  }

  /** The files that a pattern below a folder names. */
  private static List<Path> matching(Path folder, String pattern) {
    if (!PATTERN.matcher(pattern).find()) {
      Path file = folder.resolve(pattern);
      if (Files.isDirectory(file)) {
        return dataFiles(file);
      }
      if (!Files.isRegularFile(file)) {
        throw new DataFileException(file, "no such file");
      }
      return List.of(file);
    }
    Path base = folder;
    List<String> rest = new ArrayList<>();
    for (Path part : Path.of(pattern)) {
      if (rest.isEmpty() && !PATTERN.matcher(part.toString()).find()) {
        base = base.resolve(part);
      } else {
        rest.add(part.toString());
      }
    }
    Path start = Path.of(pattern).isAbsolute() ? Path.of("/").resolve(base) : base;
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + String.join("/", rest));
    Path from = start.toString().isEmpty() ? Path.of(".") : start;
    if (!Files.isDirectory(from)) {
      throw new DataFileException(from, "no such folder");
    }
    try (Stream<Path> files = Files.walk(from)) {
      List<Path> found =
          files
              .filter(file -> matcher.matches(from.relativize(file)))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new DataFileException(from, "no file matches " + pattern);
      }
      return found;
    } catch (IOException e) {
      throw new DataFileException(from, "cannot be read: " + e.getMessage(), e);
    }
  }
}
