package org.openr1.data.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The card of a dataset: {@code README.md} with YAML metadata, by which the Hub shows the folder
 * and {@code datasets.load_dataset} loads it.
 *
 * @param title of the page
 * @param licence as the Hub names it, such as {@code apache-2.0}; blank when unknown
 * @param languages ISO 639-1 codes
 * @param taskCategories such as {@code text-generation}
 * @param configs the first is the default
 */
public record DatasetCard(
    String title,
    String licence,
    List<String> languages,
    List<String> tags,
    List<String> taskCategories,
    List<CardConfig> configs,
    List<CardSection> sections) {
  private static final String FILE = "README.md";

  public DatasetCard {
    languages = List.copyOf(languages);
    tags = List.copyOf(tags);
    taskCategories = List.copyOf(taskCategories);
    configs = List.copyOf(configs);
    sections = List.copyOf(sections);
    if (title.isBlank()) {
      throw new IllegalArgumentException("a card needs a title");
    }
  }

  /** The whole text. */
  public String markdown() {
    StringBuilder out = new StringBuilder("---\n");
    if (!licence.isBlank()) {
      out.append("license: ").append(quoted(licence)).append('\n');
    }
    list(out, "language", languages);
    list(out, "tags", tags);
    list(out, "task_categories", taskCategories);
    out.append("pretty_name: ").append(quoted(title)).append('\n');
    long rows = configs.isEmpty() ? 0 : rows(configs.getFirst());
    out.append("size_categories:\n  - ").append(sizeCategory(rows)).append('\n');
    if (!configs.isEmpty()) {
      out.append("configs:\n");
      for (int i = 0; i < configs.size(); i++) {
        config(out, configs.get(i), i == 0);
      }
    }
    out.append("---\n\n# ").append(title.replace('\n', ' ')).append('\n');
    for (CardSection section : sections) {
      out.append("\n## ").append(section.title()).append("\n\n");
      out.append(section.markdown().strip()).append('\n');
    }
    return out.toString();
  }

  /**
   * Writes the card into the folder of the dataset.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path folder) {
    Path file = folder.resolve(FILE);
    Path temporary = folder.resolve("." + FILE + ".tmp");
    try {
      Files.writeString(temporary, markdown());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void config(StringBuilder out, CardConfig config, boolean isDefault) {
    out.append("  - config_name: ").append(quoted(config.name())).append('\n');
    if (isDefault) {
      out.append("    default: true\n");
    }
    out.append("    data_files:\n");
    for (CardSplit split : config.splits()) {
      out.append("      - split: ").append(quoted(split.name())).append('\n');
      out.append("        path: ").append(quoted(split.pathPattern())).append('\n');
    }
  }

  private static long rows(CardConfig config) {
    return config.splits().stream().mapToLong(CardSplit::rows).sum();
  }

  private static void list(StringBuilder out, String key, List<String> values) {
    if (!values.isEmpty()) {
      out.append(key).append(":\n");
      values.forEach(value -> out.append("  - ").append(quoted(value)).append('\n'));
    }
  }

  /** As double-quoted YAML, which escapes like JSON. */
  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\p{Cntrl}]+", " ")
        + '"';
  }

  /** The Hub's names of sizes. */
  private static String sizeCategory(long rows) {
    String[] names = {"n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M"};
    long limit = 1_000;
    for (String name : names) {
      if (rows < limit) {
        return name;
      }
      limit *= 10;
    }
    return "100M<n<1B";
  }
}
