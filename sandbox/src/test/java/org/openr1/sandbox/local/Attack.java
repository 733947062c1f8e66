package org.openr1.sandbox.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.SandboxLimits;

/**
 * A program that tries to get out of the sandbox or to harm its host, from the test resources. Its
 * first lines are comments that tell what it tries and what must become of it:
 *
 * <ul>
 *   <li>{@code expect}: names of {@link org.openr1.sandbox.Status}, or {@code blocked} for a good
 *       end that has printed {@code BLOCKED}; several are separated by {@code |}
 *   <li>{@code stdout}: text that its output contains
 *   <li>{@code limits}: {@code wall=2s cpu=1s memory=64M processes=16 file=1M open=64 output=64K
 *       writable=16M}
 *   <li>{@code within}: wall time after which it must have ended
 *   <li>{@code input}: size of its standard input
 *   <li>{@code file}: {@code name=text} of a file it is given
 *   <li>{@code runs}: how often it runs
 *   <li>{@code containment}: {@code groups} where only control groups hold it: memory of files is
 *       the kernel's, which the watcher does not see
 *   <li>{@code slow}: takes long, as a compiler's time is not the program's
 *   <li>{@code dialogue}: {@code listen} or {@code talk} where its host talks with it
 * </ul>
 *
 * @param name folder and file name
 */
record Attack(String name, Language language, String source, Map<String, String> header) {
  /** What {@link Bubblewrap} leaves above twice the limit, and some for its own. */
  private static final int SPARE_PROCESSES = 70;

  private static final List<String> HELPERS =
      List.of("probe.py", "probe.h", "probe.sh", "probe.js");

  /** All attacks, sorted by name. */
  static List<Attack> all() {
    try (Stream<Path> files = Files.walk(folder())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !HELPERS.contains(file.getFileName().toString()))
          .sorted()
          .map(Attack::read)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path folder() {
    URL url =
        Objects.requireNonNull(
            Attack.class.getResource("/org/openr1/sandbox/attacks"), "no attacks");
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Attack read(Path file) {
    // Java programs are stored as text, so that nothing takes them for sources of this project.
    String name = folder().relativize(file).toString().replaceFirst("\\.txt$", "");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    Language language = Language.byName(ending);
    try {
      String source = Files.readString(file);
      return new Attack(name, language, helper(ending) + source, header(source));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String helper(String ending) throws IOException {
    String name = ending.equals("c") ? "probe.h" : "probe." + ending;
    return HELPERS.contains(name) ? Files.readString(folder().resolve(name)) : "";
  }

  private static Map<String, String> header(String source) {
    Map<String, String> header = new HashMap<>();
    source
        .lines()
        .takeWhile(line -> line.startsWith("# ") || line.startsWith("// "))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .forEach(
            line -> {
              int colon = line.indexOf(": ");
              if (colon > 0) {
                header.put(line.substring(0, colon), line.substring(colon + 2));
              }
            });
    return header;
  }

  /** What it tries. */
  String aim() {
    return header.getOrDefault("attack", name);
  }

  List<String> expected() {
    return List.of(
        Objects.requireNonNull(header.get("expect"), name + " expects nothing").split("\\|", -1));
  }

  Optional<String> stdout() {
    return Optional.ofNullable(header.get("stdout"));
  }

  Optional<String> dialogue() {
    return Optional.ofNullable(header.get("dialogue"));
  }

  Optional<Duration> within() {
    return Optional.ofNullable(header.get("within")).map(Attack::time);
  }

  /** Whether it takes so long that it only runs when asked for. */
  boolean isSlow() {
    return header.containsKey("slow");
  }

  boolean needsGroups() {
    return header.containsKey("containment");
  }

  int runs() {
    return Integer.parseInt(header.getOrDefault("runs", "1"));
  }

  /**
   * The program, with the host's baits in place of their names.
   *
   * @param watched whether the watcher contains it, which is late to see too many processes
   */
  Program program(Map<String, String> baits, boolean watched) {
    int processes = limits().processes();
    int most = watched ? 2 * processes + SPARE_PROCESSES : processes;
    String text = source.replace("@MOST_PROCESSES@", Integer.toString(most));
    for (Map.Entry<String, String> bait : baits.entrySet()) {
      text = text.replace("@" + bait.getKey() + "@", bait.getValue());
    }
    return Program.of(language, text);
  }

  Input input() {
    Map<String, String> files = new HashMap<>();
    String file = header.get("file");
    if (file != null) {
      int equals = file.indexOf('=');
      files.put(file.substring(0, equals), file.substring(equals + 1));
    }
    int size = (int) size(header.getOrDefault("input", "0"));
    return new Input("x".repeat(size), List.of(), files);
  }

  SandboxLimits limits() {
    Map<String, String> limits = new HashMap<>();
    for (String limit : header.getOrDefault("limits", "wall=5s").split(" ", -1)) {
      int equals = limit.indexOf('=');
      limits.put(limit.substring(0, equals), limit.substring(equals + 1));
    }
    Duration wall = time(limits.getOrDefault("wall", "5s"));
    return new SandboxLimits(
        wall,
        Optional.ofNullable(limits.get("cpu")).map(Attack::time).orElse(wall),
        size(limits.getOrDefault("memory", "256M")),
        Integer.parseInt(limits.getOrDefault("processes", "64")),
        size(limits.getOrDefault("file", "16M")),
        Integer.parseInt(limits.getOrDefault("open", "128")),
        size(limits.getOrDefault("output", "1M")),
        size(limits.getOrDefault("writable", "32M")));
  }

  private static Duration time(String text) {
    return Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
  }

  private static long size(String text) {
    char unit = text.charAt(text.length() - 1);
    return switch (unit) {
      case 'K' -> Long.parseLong(text.substring(0, text.length() - 1)) << 10;
      case 'M' -> Long.parseLong(text.substring(0, text.length() - 1)) << 20;
      default -> Long.parseLong(text);
    };
  }

  @Override
  public String toString() {
    return name + ": " + aim();
  }
}
