package org.openr1.sandbox.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openr1.sandbox.Language;

/** The languages' tools on this machine. Those of the system come before those of a user. */
final class Toolchains {
  private static final List<String> PLACES =
      List.of("/usr/bin", "/usr/local/bin", "/usr/local/go/bin", "/bin");
  private static final int JAVA_VERSION = 25;

  private final Map<Language, Toolchain> byLanguage = new EnumMap<>(Language.class);

  private Toolchains() {}

  static Toolchains find() {
    Toolchains found = new Toolchains();
    for (Language language : Language.values()) {
      locate(language).ifPresent(tool -> found.byLanguage.put(language, tool));
    }
    return found;
  }

  Optional<Toolchain> of(Language language) {
    return Optional.ofNullable(byLanguage.get(language));
  }

  List<Language> languages() {
    return List.copyOf(byLanguage.keySet());
  }

  List<ToolReport> report() {
    List<ToolReport> reports = new ArrayList<>();
    for (Language language : Language.values()) {
      Toolchain tool = byLanguage.get(language);
      reports.add(
          tool == null
              ? new ToolReport(language, Optional.empty(), "")
              : new ToolReport(language, Optional.of(tool.tool()), version(tool)));
    }
    return reports;
  }

  private static Optional<Toolchain> locate(Language language) {
    return switch (language) {
      case JAVA -> java();
      case RUST -> rust();
      case PYTHON -> plain(language, "python3");
      case JAVASCRIPT -> plain(language, "node");
      case C -> plain(language, "gcc");
      case CPP -> plain(language, "g++");
      case GO -> plain(language, "go");
      case BASH -> plain(language, "bash");
    };
  }

  private static Optional<Toolchain> plain(Language language, String name) {
    return which(name).map(path -> toolchain(language, path));
  }

  /** The JDK that runs this program, which is one of 25 or later. */
  private static Optional<Toolchain> java() {
    Path home = Path.of(System.getProperty("java.home"));
    boolean jdk =
        Files.isExecutable(home.resolve("bin/javac"))
            && Runtime.version().feature() >= JAVA_VERSION;
    return jdk
        ? Optional.of(
            new Toolchain(Language.JAVA, home.resolve("bin/java").toString(), outside(home)))
        : Optional.empty();
  }

  /** The compiler itself, not rustup's stand-in for it, which wants a home folder. */
  private static Optional<Toolchain> rust() {
    return which("rustc")
        .flatMap(rustc -> output(List.of(rustc.toString(), "--print", "sysroot")))
        .map(root -> Path.of(root.strip()))
        .filter(root -> Files.isExecutable(root.resolve("bin/rustc")))
        .map(
            root ->
                new Toolchain(Language.RUST, root.resolve("bin/rustc").toString(), outside(root)));
  }

  private static Toolchain toolchain(Language language, Path path) {
    // A tool outside /usr needs the folder around its bin.
    Path folder = path.getParent() == null ? path : path.getParent();
    return new Toolchain(
        language,
        path.toString(),
        outside(
            folder.endsWith("bin") && folder.getParent() != null ? folder.getParent() : folder));
  }

  private static Optional<Path> outside(Path folder) {
    return folder.startsWith("/usr") || folder.startsWith("/bin")
        ? Optional.empty()
        : Optional.of(folder);
  }

  private static Optional<Path> which(String name) {
    List<String> places = new ArrayList<>(PLACES);
    places.addAll(SearchPath.ofUser());
    return SearchPath.find(name, places);
  }

  private static String version(Toolchain tool) {
    String flag = tool.language() == Language.GO ? "version" : "--version";
    return output(List.of(tool.tool(), flag))
        .map(text -> text.strip().lines().findFirst().orElse(""))
        .orElse("does not answer");
  }

  /** What a trusted tool of the machine prints; empty when it fails or takes long. */
  static Optional<String> output(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      return ended && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
