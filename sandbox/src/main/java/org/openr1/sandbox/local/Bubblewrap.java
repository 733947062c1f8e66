package org.openr1.sandbox.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openr1.sandbox.SandboxLimits;

/**
 * The command lines that start a program inside bubblewrap.
 *
 * <p>As root the way inside goes through the user {@code nobody}: should anything ever get out, it
 * is an ordinary user without rights. Where only root may make user namespaces, root's own is used,
 * which has no rights outside of it either.
 *
 * @param bwrap path of bubblewrap
 * @param scratch folder of this process for the files that sandboxes see, readable by all
 * @param asNobody whether root becomes nobody first
 */
record Bubblewrap(Path bwrap, Path scratch, boolean asNobody) {
  private static final String INSTALL =
      "Install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap).";
  private static final String NOBODY = "65534";
  private static final List<String> USUAL_PLACES = List.of("/usr/bin", "/bin", "/usr/local/bin");
  private static final int FILE_BLOCK = 512;
  private static final int SPARE_PROCESSES = 64;
  private static final long SPARE_KIBIBYTES = 256 << 10;
  private static final Duration ALMOST_TWO_SECONDS = Duration.ofMillis(1_999);
  private static final List<String> SYSTEM_LINKS = List.of("bin", "sbin", "lib", "lib32", "lib64");
  private static final List<String> SYSTEM_FILES =
      List.of("/etc/alternatives", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d");

  /** What a machine offers: a bubblewrap that works, or the reason why there is none. */
  sealed interface Found {
    record Usable(Bubblewrap bubblewrap) implements Found {}

    record Unusable(String reason) implements Found {}
  }

  /**
   * Looks for bubblewrap and tries it.
   *
   * @param scratch an existing folder for its files
   */
  static Found find(Path scratch) throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
      return new Found.Unusable(
          "The local sandbox needs Linux; this is " + System.getProperty("os.name") + ".");
    }
    if (SeccompFilter.of(System.getProperty("os.arch")).isEmpty()) {
      return new Found.Unusable(
          "The local sandbox has no filter for processors of type "
              + System.getProperty("os.arch")
              + ".");
    }
    Optional<Path> bwrap = tool("bwrap");
    if (bwrap.isEmpty()) {
      return new Found.Unusable("bubblewrap (bwrap) was not found on the PATH. " + INSTALL);
    }
    if (tool("prlimit").isEmpty()) {
      return new Found.Unusable(
          "prlimit was not found on the PATH. Install util-linux (apt-get install util-linux).");
    }
    prepare(scratch);
    boolean root = isRoot();
    String failure = "";
    for (boolean asNobody :
        root && tool("setpriv").isPresent() ? new boolean[] {true, false} : new boolean[] {false}) {
      Bubblewrap candidate = new Bubblewrap(bwrap.get(), scratch, asNobody);
      failure = candidate.tryOut();
      if (failure.isEmpty()) {
        return new Found.Usable(candidate);
      }
    }
    return new Found.Unusable(
        "bubblewrap is there but cannot make a sandbox: "
            + failure
            + " Unprivileged user namespaces may be off: see sysctl"
            + " kernel.unprivileged_userns_clone, user.max_user_namespaces and"
            + " kernel.apparmor_restrict_unprivileged_userns.");
  }

  private static Optional<Path> tool(String name) {
    // The user's PATH alone where there is one, so that leaving a folder out of it hides the tool.
    List<String> path = SearchPath.ofUser();
    return SearchPath.find(name, path.isEmpty() ? USUAL_PLACES : path);
  }

  private static boolean isRoot() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("Uid:"))
        .anyMatch(line -> List.of(line.split("\t", -1)).get(2).equals("0"));
  }

  private static void prepare(Path scratch) throws IOException {
    Files.write(seccomp(scratch), SeccompFilter.of(System.getProperty("os.arch")).orElseThrow());
    Files.writeString(
        scratch.resolve("passwd"),
        "root:x:0:0:root:/root:/bin/false\nnobody:x:65534:65534:nobody:/box:/bin/sh\n");
    Files.writeString(scratch.resolve("group"), "root:x:0:\nnogroup:x:65534:\n");
  }

  private static Path seccomp(Path scratch) {
    return scratch.resolve("seccomp.bpf");
  }

  /** As whom programs run, for people. */
  String user() {
    return asNobody
        ? "nobody (uid 65534), in a user namespace of its own"
        : "this user, in a user namespace of its own";
  }

  private String tryOut() throws IOException {
    Path status = scratch.resolve("probe-status");
    List<String> command =
        command(
            new Launch("", Map.of(), List.of(), SandboxLimits.DEFAULT, false, status),
            List.of("/bin/sh", "-c", "exit 0"));
    Process process = start(command);
    try {
      process.getOutputStream().close();
      boolean ended = process.waitFor(20, TimeUnit.SECONDS);
      String message =
          ended
              ? new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
              : "it does not end.";
      return ended && process.exitValue() == 0 ? "" : firstLine(message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted.";
    } finally {
      process.destroyForcibly();
    }
  }

  static String firstLine(String text) {
    return text.strip().lines().findFirst().orElse("it says nothing.");
  }

  /** Starts a command without any environment. */
  static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.directory(Path.of("/").toFile());
    return builder.start();
  }

  /**
   * What is special about one start.
   *
   * @param join shell commands that join a containment, each followed by {@code &&}
   * @param files of the host by their place in the sandbox; read-only there
   * @param folders of the host that the sandbox sees under the same path, read-only
   * @param addressSpace whether the address space may be limited
   * @param status file of the host for bubblewrap's own report
   */
  record Launch(
      String join,
      Map<String, Path> files,
      List<Path> folders,
      SandboxLimits limits,
      boolean addressSpace,
      Path status) {}

  /** The command that runs another one inside. */
  List<String> command(Launch launch, List<String> inside) throws IOException {
    List<String> command = new ArrayList<>();
    StringBuilder script = new StringBuilder(launch.join);
    script.append(processLimits(launch.limits, launch.addressSpace));
    Map<Path, Path> hidden = hidden(launch.folders);
    if (!hidden.isEmpty()) {
      // Folders of root's that nobody may not enter are shown elsewhere, in a mount namespace that
      // ends with this command.
      script.append("exec unshare --mount --propagation private -- /bin/sh -c '");
      hidden.forEach(
          (from, to) ->
              script
                  .append("mount --bind -o ro \"")
                  .append(from)
                  .append("\" \"")
                  .append(to)
                  .append("\" && "));
      script.append("exec \"$@\"' sh ");
    } else {
      script.append("exec ");
    }
    script
        .append("\"$@\" 3<'")
        .append(seccomp(scratch))
        .append("' 4>'")
        .append(launch.status)
        .append("'");
    command.addAll(List.of("/bin/sh", "-c", script.toString(), "sh"));
    if (asNobody) {
      command.addAll(
          List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"));
    }
    command.add(bwrap.toString());
    command.addAll(namespaces());
    command.addAll(files(launch, hidden));
    command.add("--");
    // The first process waits for the program and ends with it, and everything else with both.
    command.addAll(List.of("/bin/sh", "-c", "\"$@\"; exit $?", "sh"));
    if (launch.join.isEmpty()) {
      // No control group refuses processes, so the kernel's own count in the user namespace must.
      // It leaves room above the limit, so that the watcher sees who reaches for more.
      int processes = 2 * launch.limits.processes() + SPARE_PROCESSES;
      command.addAll(List.of("prlimit", "--nproc=" + processes, "--"));
    }
    command.addAll(inside);
    return command;
  }

  /**
   * Limits of each process, as shell commands. They are a second fence behind the containment, and
   * the only one for file sizes and open files.
   */
  private static String processLimits(SandboxLimits limits, boolean addressSpace) {
    StringBuilder commands = new StringBuilder("ulimit -c 0 && ulimit -l 64");
    commands.append(" && ulimit -t ").append(limits.cpu().plus(ALMOST_TWO_SECONDS).toSeconds());
    commands.append(" && ulimit -f ").append(Math.ceilDiv(limits.fileBytes(), FILE_BLOCK));
    commands.append(" && ulimit -n ").append(limits.openFiles());
    if (addressSpace) {
      commands.append(" && ulimit -v ").append((limits.memoryBytes() >> 9) + SPARE_KIBIBYTES);
    }
    return commands.append(" && ").toString();
  }

  private static List<String> namespaces() {
    Map<String, String> environment =
        new TreeMap<>(
            Map.of(
                "PATH", "/usr/local/bin:/usr/bin:/bin",
                "HOME", "/box",
                "TMPDIR", "/tmp",
                "LANG", "C.UTF-8"));
    List<String> options =
        new ArrayList<>(
            List.of(
                "--unshare-user",
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--as-pid-1",
                "--hostname",
                "sandbox",
                "--uid",
                NOBODY,
                "--gid",
                NOBODY,
                "--cap-drop",
                "ALL",
                "--seccomp",
                "3",
                "--json-status-fd",
                "4",
                "--clearenv"));
    environment.forEach((name, value) -> options.addAll(List.of("--setenv", name, value)));
    return options;
  }

  private List<String> files(Launch launch, Map<Path, Path> hidden) {
    List<String> options = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
    for (String name : SYSTEM_LINKS) {
      Path path = Path.of("/", name);
      if (Files.isSymbolicLink(path)) {
        options.addAll(List.of("--symlink", "usr/" + name, path.toString()));
      } else if (Files.isDirectory(path)) {
        options.addAll(List.of("--ro-bind", path.toString(), path.toString()));
      }
    }
    for (String path : SYSTEM_FILES) {
      options.addAll(List.of("--ro-bind-try", path, path));
    }
    for (String name : List.of("passwd", "group")) {
      options.addAll(List.of("--ro-bind", scratch.resolve(name).toString(), "/etc/" + name));
    }
    for (Path folder : launch.folders) {
      options.addAll(
          List.of("--ro-bind", hidden.getOrDefault(folder, folder).toString(), folder.toString()));
    }
    options.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    // Files there are memory, which the watcher does not see.
    String size =
        Long.toString(Math.min(launch.limits.writableBytes(), launch.limits.memoryBytes()));
    for (String place : List.of("/dev/shm", "/tmp", "/box")) {
      options.addAll(List.of("--size", size, "--tmpfs", place));
    }
    new TreeMap<>(launch.files)
        .forEach((inside, host) -> options.addAll(List.of("--ro-bind", host.toString(), inside)));
    options.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/box"));
    return options;
  }

  /** The folders that nobody cannot reach, each with a folder of the scratch to show it at. */
  private Map<Path, Path> hidden(List<Path> folders) throws IOException {
    Map<Path, Path> hidden = new TreeMap<>();
    if (asNobody) {
      for (Path folder : folders) {
        if (!isOpenToAll(folder.toRealPath())) {
          Path shown =
              scratch.resolve(
                  "shown-"
                      + folder
                          .toString()
                          .chars()
                          .mapToObj(Bubblewrap::safe)
                          .collect(Collectors.joining()));
          Files.createDirectories(shown);
          hidden.put(folder, shown);
        }
      }
    }
    return hidden;
  }

  private static String safe(int character) {
    return Character.isLetterOrDigit(character) ? Character.toString(character) : "_";
  }

  private static boolean isOpenToAll(Path folder) throws IOException {
    for (Path path = folder; path != null; path = path.getParent()) {
      if ((((int) Files.getAttribute(path, "unix:mode")) & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
