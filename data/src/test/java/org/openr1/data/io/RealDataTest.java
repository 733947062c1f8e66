package org.openr1.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openr1.data.Example;
import org.openr1.data.Problem;
import org.openr1.verify.Extraction;
import org.openr1.verify.ResponseFormat;

/** Reads whole data sets where the folder of {@code -Dopenr1.data} has them. */
class RealDataTest {
  private static Path file(String name) {
    Path root = Path.of(System.getProperty("openr1.root", ""));
    Path file = root.resolve(System.getProperty("openr1.data", "../shared/data")).resolve(name);
    assumeTrue(Files.exists(file), () -> "no " + file);
    return file;
  }

  @Test
  void everyRowOfGsm8kIsAProblemAndAnExample() {
    Path file = file("gsm8k/train.jsonl");
    List<Problem> problems = ProblemFormat.gsm8k().read(file);
    List<Example> examples = WorkedSource.gsm8k(file);
    assertThat(problems).hasSize(7_473);
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      String response = examples.get(i).messages().getLast().content();
      assertThat(ResponseFormat.isStrict(response)).isTrue();
      assertThat(Extraction.ANY.of(response)).contains(problem.answer());
      assertThat(problem.checker().matches(problem.answer(), problem.answer() + ".00")).isTrue();
    }
  }

  @Test
  void everyRowOfSvampIsAProblem() throws java.io.IOException {
    Path folder = file("svamp");
    List<Path> files;
    try (var listed = Files.list(folder)) {
      files = listed.filter(path -> path.toString().endsWith(".jsonl")).toList();
    }
    List<Problem> problems =
        files.stream().flatMap(path -> ProblemFormat.svamp().read(path).stream()).toList();
    assertThat(problems).hasSize(1_000);
    assertThat(problems.stream().map(Problem::answer)).allMatch(answer -> answer.matches("-?\\d+"));
  }
}
