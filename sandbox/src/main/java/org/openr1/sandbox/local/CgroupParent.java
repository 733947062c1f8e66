package org.openr1.sandbox.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openr1.sandbox.SandboxLimits;

/**
 * Where this process may make control groups. Groups are named {@code openr1-PID-N}; those of
 * processes that are no more are removed when a new process starts.
 */
sealed interface CgroupParent {
  String PREFIX = "openr1-";

  /** The files of a group of that name. */
  CgroupFiles files(String name);

  /** What it is, for people. */
  String description();

  /** Folders that hold groups. */
  List<Path> folders();

  /** Version 1: a folder of each controller. */
  record One(Path memory, Path pids, Path cpu) implements CgroupParent {
    @Override
    public CgroupFiles files(String name) {
      return new CgroupFiles.One(memory.resolve(name), pids.resolve(name), cpu.resolve(name));
    }

    @Override
    public String description() {
      return "cgroup v1 (memory, pids, cpuacct below " + memory.getParent() + ")";
    }

    @Override
    public List<Path> folders() {
      return List.of(memory, pids, cpu);
    }
  }

  /** Version 2. */
  record Two(Path folder) implements CgroupParent {
    @Override
    public CgroupFiles files(String name) {
      return new CgroupFiles.Two(folder.resolve(name));
    }

    @Override
    public String description() {
      return "cgroup v2 (below " + folder + ")";
    }

    @Override
    public List<Path> folders() {
      return List.of(folder);
    }
  }

  /** The place, if there is one where a group with limits can be made and joined. */
  static Optional<CgroupParent> find() {
    List<CgroupParent> candidates = new ArrayList<>();
    try {
      candidates.addAll(two(Path.of("/sys/fs/cgroup"), Path.of("/proc/self/cgroup")));
    } catch (IOException e) {
      // No cgroups here; the watcher takes over.
      return Optional.empty();
    }
    Path one = Path.of("/sys/fs/cgroup");
    candidates.add(new One(one.resolve("memory"), one.resolve("pids"), one.resolve("cpuacct")));
    for (CgroupParent candidate : candidates) {
      if (candidate.folders().stream().allMatch(CgroupParent::mayCreateIn) && works(candidate)) {
        removeAbandoned(candidate);
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** This process's own group of version 2 and all above it. */
  private static List<CgroupParent> two(Path mount, Path own) throws IOException {
    List<CgroupParent> candidates = new ArrayList<>();
    if (!Files.exists(mount.resolve("cgroup.controllers"))) {
      return candidates;
    }
    for (String line : Files.readAllLines(own)) {
      if (line.startsWith("0::/")) {
        Path folder = mount.resolve(line.substring("0::/".length())).normalize();
        while (folder != null && folder.startsWith(mount)) {
          candidates.add(new Two(folder));
          folder = folder.getParent();
        }
      }
    }
    return candidates;
  }

  private static boolean mayCreateIn(Path folder) {
    return Files.isDirectory(folder) && Files.isWritable(folder);
  }

  /** Whether a group can be made, limited and joined. */
  private static boolean works(CgroupParent parent) {
    String name = PREFIX + ProcessHandle.current().pid() + "-probe";
    try (Cgroup group = Cgroup.create(parent, name)) {
      group.begin(SandboxLimits.DEFAULT);
      Process process =
          new ProcessBuilder("/bin/sh", "-c", group.joinCommands() + "exit 0")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      int exit = process.waitFor();
      group.end();
      return exit == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void removeAbandoned(CgroupParent parent) {
    for (Path folder : parent.folders()) {
      try (DirectoryStream<Path> groups = Files.newDirectoryStream(folder, PREFIX + "*")) {
        for (Path group : groups) {
          List<String> parts = List.of(group.getFileName().toString().split("-", -1));
          if (parts.size() == 3 && ProcessHandle.of(Long.parseLong(parts.get(1))).isEmpty()) {
            Files.deleteIfExists(group);
          }
        }
      } catch (IOException | NumberFormatException e) {
        // Not ours, or still dying: the next start tries again.
      }
    }
  }
}
