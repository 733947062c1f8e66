package org.openr1.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An untrusted program.
 *
 * @param source text of the main file
 * @param files further source files by name, beside the main one (names without folders or {@code
 *     ..})
 * @param libraries jars for the class path of Java programs; files of the host, trusted
 */
public record Program(
    Language language, String source, Map<String, String> files, List<Path> libraries) {
  public Program {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(source, "source");
    files = Map.copyOf(new LinkedHashMap<>(files));
    libraries = List.copyOf(libraries);
    files.keySet().forEach(Input::checkName);
  }

  /** A program of one file. */
  public static Program of(Language language, String source) {
    return new Program(language, source, Map.of(), List.of());
  }
}
