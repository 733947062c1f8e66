package org.openr1.sandbox;

import java.util.List;
import java.util.Locale;

/** Languages of untrusted programs, with the names that data sets and code fences use for them. */
public enum Language {
  PYTHON("main.py", "python python3 py"),
  JAVA("Main.java", "java"),
  JAVASCRIPT("main.js", "javascript js node"),
  C("main.c", "c"),
  CPP("main.cpp", "cpp c++ c++17 cxx"),
  GO("main.go", "go golang"),
  RUST("main.rs", "rust rs"),
  BASH("main.sh", "bash sh shell");

  private final String sourceFile;
  private final String names;

  Language(String sourceFile, String names) {
    this.sourceFile = sourceFile;
    this.names = names;
  }

  /** Name of the file that the source is stored in. */
  public String sourceFile() {
    return sourceFile;
  }

  /** The usual name, such as {@code python} or {@code cpp}. */
  public String id() {
    return names().getFirst();
  }

  /** All names, the usual one first. */
  public List<String> names() {
    return List.of(names.split(" ", -1));
  }

  /**
   * The language of that name, in any letter case.
   *
   * @throws IllegalArgumentException for a name there is not, naming those there are
   */
  public static Language byName(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    for (Language language : values()) {
      if (language.names().contains(wanted)) {
        return language;
      }
    }
    throw new IllegalArgumentException(
        "no language '%s'; there are: %s"
            .formatted(
                name, String.join(", ", List.of(values()).stream().map(Language::id).toList())));
  }
}
