package org.openr1.sandbox.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where tools of this machine are looked for. */
final class SearchPath {
  private SearchPath() {}

  /** The folders of the user's {@code PATH}; empty where there is none. */
  static List<String> ofUser() {
    String path = System.getenv("PATH");
    return path == null ? List.of() : List.of(path.split(":", -1));
  }

  /** The first executable of that name in these folders. */
  static Optional<Path> find(String name, List<String> folders) {
    return folders.stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
