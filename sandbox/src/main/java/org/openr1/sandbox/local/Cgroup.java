package org.openr1.sandbox.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openr1.sandbox.SandboxLimits;

/** A control group of version 1 (one folder per controller) or 2, used by one tree at a time. */
final class Cgroup implements Containment {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A group that holds more than this, cached files for the most part, is made anew. */
  private static final long KEPT_BYTES = 8 << 20;

  private final CgroupFiles files;
  private long oomKills;
  private long refusedForks;
  private long cpuNanos;

  private Cgroup(CgroupFiles files) {
    this.files = files;
  }

  static Cgroup create(CgroupParent parent, String name) throws IOException {
    CgroupFiles files = parent.files(name);
    makeFolders(files);
    return new Cgroup(files);
  }

  private static void makeFolders(CgroupFiles files) throws IOException {
    for (Path folder : files.folders()) {
      Files.createDirectories(folder);
    }
  }

  @Override
  public void begin(SandboxLimits limits) throws IOException {
    if (files.canResetPeak() && files.memory() < KEPT_BYTES) {
      files.resetPeak();
    } else {
      close();
      makeFolders(files);
    }
    files.limit(limits.memoryBytes(), limits.processes() + OWN_PROCESSES);
    oomKills = files.oomKills();
    refusedForks = files.refusedForks();
    cpuNanos = files.cpuNanos();
  }

  @Override
  public String joinCommands() {
    StringBuilder commands = new StringBuilder();
    for (Path folder : files.folders()) {
      commands.append("echo $$ >'").append(folder.resolve("cgroup.procs")).append("' && ");
    }
    return commands.toString();
  }

  @Override
  public void started(long pid) {}

  @Override
  public void ending(long init) {}

  @Override
  public Usage usage() throws IOException {
    return new Usage(
        Duration.ofNanos(files.cpuNanos() - cpuNanos),
        files.peakMemory(),
        files.oomKills() > oomKills,
        files.refusedForks() > refusedForks);
  }

  @Override
  public void end() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<Long> left = members();
      if (left.isEmpty()) {
        return;
      }
      for (long pid : left) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("processes " + left + " of a sandbox do not die");
      }
      Thread.sleep(1);
    }
  }

  private List<Long> members() throws IOException {
    List<Long> pids = new ArrayList<>();
    for (Path folder : files.folders()) {
      for (String line : Files.readAllLines(folder.resolve("cgroup.procs"))) {
        pids.add(Long.valueOf(line));
      }
    }
    return pids;
  }

  @Override
  public void close() throws IOException {
    for (Path folder : files.folders()) {
      remove(folder);
    }
  }

  /** A group can be removed once its last process is buried, which may take a moment. */
  static void remove(Path folder) throws IOException {
    Optional<IOException> failure = Optional.empty();
    for (int attempt = 0; attempt < 200; attempt++) {
      try {
        Files.deleteIfExists(folder);
        return;
      } catch (IOException e) {
        failure = Optional.of(e);
        try {
          Thread.sleep(5);
        } catch (InterruptedException interruption) {
          Thread.currentThread().interrupt();
          break;
        }
      }
    }
    throw failure.orElseThrow();
  }
}
