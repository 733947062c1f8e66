package org.openr1.sandbox.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of one control group, whose names differ between the two versions of cgroups. */
sealed interface CgroupFiles {
  /** The folders a process has to join. */
  List<Path> folders();

  void limit(long memoryBytes, int processes) throws IOException;

  void resetPeak() throws IOException;

  /** Whether the peak of memory can be forgotten; otherwise a new group must be made. */
  boolean canResetPeak();

  long peakMemory() throws IOException;

  /** Memory at this moment, cached files included. */
  long memory() throws IOException;

  long cpuNanos() throws IOException;

  /** Processes killed for memory since the group was made. */
  long oomKills() throws IOException;

  /** Forks refused since the group was made. */
  long refusedForks() throws IOException;

  /** Version 1. */
  record One(Path memoryFolder, Path pids, Path cpu) implements CgroupFiles {
    @Override
    public List<Path> folders() {
      return List.of(memoryFolder, pids, cpu);
    }

    @Override
    public void limit(long memoryBytes, int processes) throws IOException {
      String bytes = Long.toString(memoryBytes);
      Path memory = memoryFolder.resolve("memory.limit_in_bytes");
      Path withSwap = memoryFolder.resolve("memory.memsw.limit_in_bytes");
      if (Files.exists(withSwap)) {
        // Memory must never exceed memory and swap, whichever way the limit moves.
        write(withSwap, "-1");
        write(memory, bytes);
        write(withSwap, bytes);
      } else {
        write(memory, bytes);
      }
      write(pids.resolve("pids.max"), Integer.toString(processes));
    }

    @Override
    public void resetPeak() throws IOException {
      write(memoryFolder.resolve("memory.max_usage_in_bytes"), "0");
    }

    @Override
    public boolean canResetPeak() {
      return true;
    }

    @Override
    public long peakMemory() throws IOException {
      return number(memoryFolder.resolve("memory.max_usage_in_bytes"));
    }

    @Override
    public long memory() throws IOException {
      return number(memoryFolder.resolve("memory.usage_in_bytes"));
    }

    @Override
    public long cpuNanos() throws IOException {
      return number(cpu.resolve("cpuacct.usage"));
    }

    @Override
    public long oomKills() throws IOException {
      return entry(memoryFolder.resolve("memory.oom_control"), "oom_kill");
    }

    @Override
    public long refusedForks() throws IOException {
      return entry(pids.resolve("pids.events"), "max");
    }
  }

  /** Version 2. */
  record Two(Path folder) implements CgroupFiles {
    @Override
    public List<Path> folders() {
      return List.of(folder);
    }

    @Override
    public void limit(long memoryBytes, int processes) throws IOException {
      write(folder.resolve("memory.max"), Long.toString(memoryBytes));
      Path swap = folder.resolve("memory.swap.max");
      if (Files.exists(swap)) {
        write(swap, "0");
      }
      write(folder.resolve("pids.max"), Integer.toString(processes));
    }

    @Override
    public void resetPeak() {
      throw new UnsupportedOperationException("memory.peak is read-only in most kernels");
    }

    @Override
    public boolean canResetPeak() {
      return false;
    }

    @Override
    public long peakMemory() throws IOException {
      Path peak = folder.resolve("memory.peak");
      return Files.exists(peak) ? number(peak) : memory();
    }

    @Override
    public long memory() throws IOException {
      return number(folder.resolve("memory.current"));
    }

    @Override
    public long cpuNanos() throws IOException {
      return 1_000 * entry(folder.resolve("cpu.stat"), "usage_usec");
    }

    @Override
    public long oomKills() throws IOException {
      return entry(folder.resolve("memory.events"), "oom_kill");
    }

    @Override
    public long refusedForks() throws IOException {
      return entry(folder.resolve("pids.events"), "max");
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  private static long number(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip());
  }

  /** The number behind a key in a file of {@code key number} lines; 0 where there is none. */
  private static long entry(Path file, String key) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(key + " ")) {
        return Long.parseLong(line.substring(key.length() + 1).strip());
      }
    }
    return 0;
  }
}
