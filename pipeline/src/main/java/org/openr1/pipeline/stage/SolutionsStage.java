package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openr1.data.Example;
import org.openr1.data.Message;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Origin;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.AtomicFiles;
import org.openr1.pipeline.run.JsonLines;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.verify.ResponseFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes SFT examples of GSM8K's written solutions in the think/answer format. Only supervised
 * recipes of real models use it; the stages of the R1 pipeline never see a worked solution.
 */
public final class SolutionsStage implements Stage {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** GSM8K's calculator notes such as {@code <<48/2=24>>}. */
  private static final Pattern CALCULATOR_NOTE = Pattern.compile("<<[^>]*>>");

  private final Settings settings;

  private SolutionsStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param path GSM8K's train.jsonl
   * @param count examples to take
   * @param questionTemplate what the model is asked, with {@code {question}} where the question
   *     stands
   */
  record Settings(String path, int count, String questionTemplate) {
    Settings {
      QuestionTemplate.check(questionTemplate);
      if (count < 1) {
        throw new IllegalArgumentException("count is " + count + ", at least 1 is needed");
      }
    }
  }

  /** The kind {@code gsm8k_solutions}. */
  public static StageKind<?> kind() {
    return new StageKind<>(
        "gsm8k_solutions",
        Artifact.EXAMPLES,
        YamlReader.parseMapping(
            "defaults of gsm8k_solutions",
            """
            purpose: Put GSM8K's written solutions into the think/answer format
            count: 7473
            question_template: "{question}"
            """),
        Settings.class,
        SolutionsStage::new);
  }

  @Override
  public void check(Preflight preflight) throws IOException {
    examples(file(preflight), 1);
  }

  private Path file(Preflight preflight) {
    return preflight.existing(settings.path(), new Origin("gsm8k_solutions", 0));
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    List<Example> examples = examples(file(context.preflight()), settings.count());
    AtomicFiles.writeDirectory(
        context.output(), dir -> JsonLines.write(dir.resolve(StageFolders.EXAMPLES), examples));
    return StageOutcome.of("examples", examples.size());
  }

  private List<Example> examples(Path file, int most) throws IOException {
    List<Example> examples = new ArrayList<>();
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      line++;
      if (examples.size() < most && !text.isBlank()) {
        examples.add(example(file + ":" + line, line, text));
      }
    }
    if (examples.isEmpty()) {
      throw new RecipeException(file + " is empty");
    }
    return examples;
  }

  private Example example(String place, int line, String text) {
    JsonNode row;
    try {
      row = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new RecipeException(place + ": not JSON: " + e.getOriginalMessage(), e);
    }
    String question = row.path("question").asString("");
    String answer = row.path("answer").asString("");
    int marks = answer.lastIndexOf("####");
    if (question.isBlank() || marks < 0) {
      throw new RecipeException(
          place + ": the row needs the columns 'question' and 'answer' (with a line '#### ...')");
    }
    String work = CALCULATOR_NOTE.matcher(answer.substring(0, marks)).replaceAll("").strip();
    String response = ResponseFormat.render(work, answer.substring(marks + 4).strip());
    return new Example(
        "gsm8k-" + line,
        List.of(
            Message.user(QuestionTemplate.fill(settings.questionTemplate(), question.strip())),
            Message.assistant(response)),
        Map.of("source", place));
  }
}
