package org.openr1.sandbox.local;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What sandboxes of this process may leave on the host. Other sandboxes of the machine are left
 * out, as far as they can be told apart.
 *
 * @param settings values of the host that programs must not change
 */
record AttackTraces(
    Set<String> processes,
    Set<String> files,
    Set<String> mounts,
    Set<String> groups,
    List<String> settings) {
  private static final String OWN = Long.toString(ProcessHandle.current().pid());
  private static final List<Path> SETTINGS =
      List.of(
          Path.of("/proc/sys/kernel/core_pattern"),
          Path.of("/proc/sys/kernel/hostname"),
          Path.of("/proc/sys/kernel/domainname"),
          Path.of("/proc/sys/kernel/sysrq"),
          Path.of("/proc/sys/kernel/modprobe"),
          Path.of("/proc/sys/vm/overcommit_memory"),
          Path.of("/proc/swaps"),
          Path.of("/etc/passwd"),
          Path.of("/proc/sysvipc/shm"),
          Path.of("/proc/sysvipc/msg"),
          Path.of("/proc/sysvipc/sem"));

  /** What there is now. */
  static AttackTraces now() throws IOException {
    Set<String> mounts = new TreeSet<>(Files.readAllLines(Path.of("/proc/self/mounts")));
    List<String> settings = new ArrayList<>();
    for (Path path : SETTINGS) {
      if (Files.isReadable(path)) {
        settings.add(path + ": " + Files.readString(path));
      }
    }
    return new AttackTraces(findProcesses(), findFiles(), mounts, findGroups(), settings);
  }

  /** Processes of a sandbox that are below this one, or whose parent has gone. */
  private static Set<String> findProcesses() {
    Set<Long> below =
        ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                below.contains(process.pid())
                    || process.parent().map(parent -> parent.pid() == 1).orElse(true))
        .map(process -> process.pid() + " " + commandLine(process.pid()))
        .filter(line -> line.contains("bwrap") || line.contains("/box"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Users and groups, as the host sees them, of the processes with exactly that command line. */
  static Set<String> users(String commandLine) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> commandLine(pid).equals(commandLine))
        .flatMap(AttackTraces::users)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> users(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.matches("(?:Uid|Gid|Groups):.*"))
          .flatMap(
              line ->
                  Stream.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+"))
                      .map(number -> line.substring(0, line.indexOf(':') + 1) + number));
    } catch (IOException e) {
      return Stream.of();
    }
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  private static Set<String> findFiles() throws IOException {
    Set<String> files = new TreeSet<>();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path folder : List.of(temporary, Path.of("/dev/shm"), Path.of("/"), Path.of("/var/tmp"))) {
      if (!Files.isReadable(folder)) {
        continue;
      }
      try (Stream<Path> names = Files.list(folder)) {
        names
            .map(Path::toString)
            .filter(
                name -> !folder.equals(temporary) || name.contains("openr1-sandbox-" + OWN + "-"))
            .forEach(files::add);
      }
    }
    return files;
  }

  private static Set<String> findGroups() throws IOException {
    Path root = Path.of("/sys/fs/cgroup");
    if (!Files.isDirectory(root)) {
      return Set.of();
    }
    try (Stream<Path> folders =
        Files.find(root, 8, AttackTraces::isOwnGroup, new FileVisitOption[0])) {
      return folders.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
    } catch (java.io.UncheckedIOException e) {
      // A group of somebody else's went away while we looked.
      return Set.of();
    }
  }

  private static boolean isOwnGroup(
      Path path, java.nio.file.attribute.BasicFileAttributes attributes) {
    return attributes.isDirectory() && path.getFileName().toString().startsWith("openr1-" + OWN);
  }

  /** What is here and was not there before, and settings that differ. */
  List<String> since(AttackTraces before) {
    List<String> news = new ArrayList<>();
    addNew(news, "process", processes, before.processes);
    addNew(news, "file", files, before.files);
    addNew(news, "mount", mounts, before.mounts);
    addNew(news, "control group", groups, before.groups);
    for (int i = 0; i < settings.size(); i++) {
      if (!settings.get(i).equals(before.settings.get(i))) {
        news.add(before.settings.get(i) + " became " + settings.get(i));
      }
    }
    return news;
  }

  private static void addNew(List<String> news, String kind, Set<String> now, Set<String> before) {
    now.stream()
        .filter(item -> !before.contains(item))
        .forEach(item -> news.add(kind + " " + item));
  }
}
