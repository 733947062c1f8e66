package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openr1.data.Example;
import org.openr1.data.Message;
import org.openr1.data.io.JsonLines;
import org.openr1.data.io.WorkedSource;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.StageOutcome;

/**
 * Makes SFT examples of GSM8K's written solutions in the think/answer format. Only supervised
 * recipes of real models use it; the stages of the R1 pipeline never see a worked solution.
 */
public final class SolutionsStage implements Stage {
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
    WorkedSource.gsm8k(file(preflight));
  }

  private Path file(Preflight preflight) throws IOException {
    return preflight.existing(settings.path());
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    List<Example> examples =
        WorkedSource.gsm8k(file(context.preflight())).stream()
            .limit(settings.count())
            .map(this::asked)
            .toList();
    AtomicFiles.writeDirectory(
        context.output(), dir -> JsonLines.write(dir.resolve(StageFolders.EXAMPLES), examples));
    return StageOutcome.of("examples", examples.size());
  }

  private Example asked(Example example) {
    List<Message> messages =
        example.messages().stream()
            .map(
                message ->
                    message.role().equals(Message.USER)
                        ? Message.user(
                            QuestionTemplate.fill(settings.questionTemplate(), message.content()))
                        : message)
            .toList();
    return new Example(example.id(), messages, example.provenance());
  }
}
