package org.openr1.model.directory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openr1.model.AtomicFiles;

/** The files of a model directory that describe its text side, copied as they are. */
public final class TokenizerAssets {
  private static final List<String> FILES =
      List.of(
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "vocab.json",
          "merges.txt",
          "tokenizer.model",
          "chat_template.jinja",
          "chat_template.json");

  private static final String MORE_TEMPLATES = "additional_chat_templates";

  private TokenizerAssets() {}

  /** Copies those that are there; a directory copied onto itself stays as it is. */
  public static void copy(Path from, Path to) throws IOException {
    if (Files.isSameFile(from, to)) {
      return;
    }
    for (String name : FILES) {
      copyFile(from.resolve(name), to.resolve(name));
    }
    Path templates = from.resolve(MORE_TEMPLATES);
    if (Files.isDirectory(templates)) {
      Files.createDirectories(to.resolve(MORE_TEMPLATES));
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(templates, "*.jinja")) {
        for (Path entry : entries) {
          copyFile(entry, to.resolve(MORE_TEMPLATES).resolve(entry.getFileName()));
        }
      }
    }
  }

  private static void copyFile(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      AtomicFiles.write(to, Files.readAllBytes(from));
    }
  }
}
