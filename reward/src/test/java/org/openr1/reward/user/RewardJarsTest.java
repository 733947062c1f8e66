package org.openr1.reward.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.RewardRow;

@Timeout(60)
final class RewardJarsTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("openr1.root", ".."), "examples", "reward-jar", "src");
  private static final String SERVICE = "META-INF/services/" + RewardProvider.class.getName();

  @TempDir Path folder;

  private Path jar(String name, Path source, String service) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name + ".classes"));
    int code =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(code).isZero();
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
      }
      if (!service.isEmpty()) {
        entries.putNextEntry(new JarEntry(SERVICE));
        entries.write(service.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  /** A jar with a provider of that name, whose function has that body. */
  private Path made(String type, String name, String body, String service) throws IOException {
    Path source = folder.resolve(type + ".java");
    Files.writeString(
        source,
        """
        package test;
        public final class %s implements org.openr1.reward.user.RewardProvider {
          public String name() { return "%s"; }
          public org.openr1.reward.RewardFunction create(java.util.Map<String, String> parameters) {
            return new org.openr1.reward.RewardFunction() {
              public String name() { return "%2$s"; }
              public java.util.List<Double> score(java.util.List<org.openr1.reward.RewardRow> rows) { %s }
            };
          }
        }
        """
            .formatted(type, name, body));
    return jar(type, source, service);
  }

  private Path example() throws IOException {
    return jar(
        "brevity",
        EXAMPLE.resolve("example/Brevity.java"),
        Files.readString(EXAMPLE.resolve(SERVICE)));
  }

  private static RewardRow row(String completion) {
    return new RewardRow("q", completion, 1, false, Map.of());
  }

  @Test
  void theExampleIsFoundAndScores() throws IOException {
    try (RewardCatalog catalog = RewardCatalog.load(List.of(example()))) {
      assertThat(catalog.names()).contains("brevity", "command", "accuracy");
      assertThat(catalog.parameters("brevity"))
          .anyMatch(line -> line.startsWith("words: "))
          .anyMatch(line -> line.startsWith("time_limit: "));
      try (GuardedReward reward = catalog.create("brevity", Map.of("words", "2"))) {
        assertThat(reward.isConcurrent()).isTrue();
        assertThat(reward.score(List.of(row("a b"), row("a b c"), row("a b c d e"))))
            .containsExactly(1., .5, 0.);
      }
      assertThatThrownBy(() -> catalog.create("brevity", Map.of("word", "2")))
          .hasMessageContaining("brevity")
          .hasMessageContaining("'word'");
      assertThatThrownBy(() -> catalog.create("brevity", Map.of("words", "few")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> catalog.create("brevity", Map.of("time_limit", "long")))
          .hasMessageContaining("time_limit");
      assertThatThrownBy(() -> catalog.create("brevty", Map.of()))
          .hasMessageContaining("brevty")
          .hasMessageContaining("reward_jars");
    }
  }

  @Test
  void jarsThatCannotBeUsedAreNamed() throws IOException {
    Path none = made("None", "none", "return null;", "");
    assertThatThrownBy(() -> RewardCatalog.load(List.of(none)))
        .isInstanceOf(RewardJarException.class)
        .hasMessageContaining("None.jar")
        .hasMessageContaining(SERVICE);
    assertThatThrownBy(() -> RewardCatalog.load(List.of(folder.resolve("missing.jar"))))
        .hasMessageContaining("missing.jar: there is no such jar");
    assertThatThrownBy(() -> RewardCatalog.load(List.of(folder)))
        .hasMessageContaining("is a directory");
    Path text = Files.writeString(folder.resolve("text.jar"), "text");
    assertThatThrownBy(() -> RewardCatalog.load(List.of(text))).hasMessageContaining("is no jar");
    Path wrong = made("Wrong", "wrong", "return null;", "test.Other");
    assertThatThrownBy(() -> RewardCatalog.load(List.of(wrong)))
        .hasMessageContaining("Wrong.jar")
        .hasMessageContaining("test.Other");
    Path builtIn = made("Accuracy", "accuracy", "return null;", "test.Accuracy");
    assertThatThrownBy(() -> RewardCatalog.load(List.of(builtIn)))
        .hasMessageContaining("'accuracy' has the name of a built-in one");
    Path command = made("Command", "command", "return null;", "test.Command");
    assertThatThrownBy(() -> RewardCatalog.load(List.of(command))).hasMessageContaining("built-in");
    Path named = made("Named", "Two Words", "return null;", "test.Named");
    assertThatThrownBy(() -> RewardCatalog.load(List.of(named))).hasMessageContaining("Two Words");
    Path example = example();
    assertThatThrownBy(() -> RewardCatalog.load(List.of(example, example)))
        .hasMessageContaining("twice");
    Path again = Files.copy(example, folder.resolve("again.jar"));
    assertThatThrownBy(() -> RewardCatalog.load(List.of(example, again)))
        .hasMessageContaining("again.jar")
        .hasMessageContaining("'brevity' is there already");
  }

  @Test
  void whatAFunctionDoesWrongCostsItsOwnRows() throws IOException {
    String body =
        """
        switch (rows.getFirst().completion()) {
          case "null" -> { return null; }
          case "error" -> throw new AssertionError("no");
          case "deep" -> { return score(rows); }
          case "missing" -> throw new NoClassDefFoundError("test.Gone");
          case "integers" -> {
            @SuppressWarnings({"unchecked", "rawtypes"})
            java.util.List<Double> wrong = (java.util.List) java.util.List.of(1);
            return wrong;
          }
          case "hang" -> {
            try { Thread.sleep(100_000); } catch (InterruptedException e) { throw new IllegalStateException(e); }
            return java.util.List.of(1.0);
          }
          case "spin" -> { while (System.nanoTime() != 0) { Thread.onSpinWait(); } return null; }
          default -> { return java.util.List.of(1.0); }
        }
        """;
    try (RewardCatalog catalog =
            RewardCatalog.load(List.of(made("Moody", "moody", body, "test.Moody")));
        GuardedReward reward = catalog.create("moody", Map.of("time_limit", "0.3"))) {
      for (String mood :
          List.of("null", "error", "deep", "missing", "integers", "hang", "spin", "hang")) {
        assertThat(reward.score(List.of(row(mood)))).as(mood).containsExactly((Double) null);
        assertThat(reward.score(List.of(row("fine")))).containsExactly(1.);
      }
      assertThat(reward.failures())
          .containsEntry("no answer in 0.3 s", 3L)
          .containsEntry("NullPointerException", 1L)
          .containsEntry("AssertionError", 1L)
          .containsEntry("StackOverflowError", 1L)
          .containsEntry("NoClassDefFoundError", 1L)
          .containsEntry("ClassCastException", 1L);
    }
  }
}
