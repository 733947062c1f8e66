package org.openr1.sandbox.local;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A look at a process and its descendants in {@code /proc} (proc(5)).
 *
 * @param pids of all processes
 * @param threads of all processes together
 * @param cpuTicks user and system time of all processes and of their children that have ended
 */
record ProcessTree(List<Long> pids, int threads, long cpuTicks) {
  private static final Path PROC = Path.of("/proc");
  private static final int PARENT = 1;
  private static final int FIRST_TIME = 11;
  private static final int LAST_TIME = 14;
  private static final int THREADS = 17;

  /** One line of {@code /proc/PID/stat}. */
  private record Stat(long pid, long parent, int threads, long ticks) {
    static Stat parse(long pid, String line) {
      // The name in parentheses may hold anything, so count from its end.
      List<String> fields = words(line.substring(line.lastIndexOf(')') + 1));
      long ticks = 0;
      for (int i = FIRST_TIME; i <= LAST_TIME; i++) {
        ticks += Long.parseLong(fields.get(i));
      }
      return new Stat(
          pid, Long.parseLong(fields.get(PARENT)), Integer.parseInt(fields.get(THREADS)), ticks);
    }
  }

  /** The tree below a process, itself included; empty when it is no more. */
  static ProcessTree of(long root) {
    Map<Long, Stat> all = new HashMap<>();
    Map<Long, List<Stat>> children = new HashMap<>();
    for (Stat stat : processes()) {
      all.put(stat.pid, stat);
      children.computeIfAbsent(stat.parent, parent -> new ArrayList<>()).add(stat);
    }
    List<Long> pids = new ArrayList<>();
    int threads = 0;
    long ticks = 0;
    Deque<Stat> open = new ArrayDeque<>();
    Stat first = all.get(root);
    if (first != null) {
      open.add(first);
    }
    while (!open.isEmpty()) {
      Stat stat = open.remove();
      pids.add(stat.pid);
      threads += stat.threads;
      ticks += stat.ticks;
      open.addAll(children.getOrDefault(stat.pid, List.of()));
    }
    return new ProcessTree(pids, threads, ticks);
  }

  private static List<Stat> processes() {
    List<Stat> stats = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path folder : folders) {
        try {
          stats.add(
              Stat.parse(
                  Long.parseLong(folder.getFileName().toString()),
                  Files.readString(folder.resolve("stat"))));
        } catch (IOException e) {
          // It ended while we looked.
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new IllegalStateException("cannot list /proc", e);
    }
    return stats;
  }

  /** Anonymous and shared memory in bytes; pages that several share are counted for each. */
  long memoryBytes() {
    long total = 0;
    for (long pid : pids) {
      total += memory(folder(pid));
    }
    return total;
  }

  /**
   * The same with shared pages divided among those who share them, where the processes let us look;
   * slower.
   */
  long proportionalMemoryBytes() {
    long total = 0;
    for (long pid : pids) {
      try {
        String rollup = Files.readString(folder(pid).resolve("smaps_rollup"));
        total += kibibytes(rollup, "Pss:") - kibibytes(rollup, "Pss_File:");
      } catch (IOException e) {
        total += memory(folder(pid));
      }
    }
    return total;
  }

  private static Path folder(long pid) {
    return PROC.resolve(Long.toString(pid));
  }

  private static long memory(Path folder) {
    try {
      String status = Files.readString(folder.resolve("status"));
      return kibibytes(status, "RssAnon:") + kibibytes(status, "RssShmem:");
    } catch (IOException e) {
      // It ended while we looked.
      return 0;
    }
  }

  private static long kibibytes(String text, String key) {
    int at = text.indexOf("\n" + key);
    if (at < 0) {
      return 0;
    }
    int end = text.indexOf(" kB", at);
    return 1024 * Long.parseLong(text.substring(at + 1 + key.length(), end).strip());
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }
}
