package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.openr1.data.Problem;
import org.openr1.data.generator.GeneratedProblems;
import org.openr1.data.generator.GeneratorRequest;
import org.openr1.data.procedural.Domain;
import org.openr1.data.procedural.ProblemRequest;
import org.openr1.data.procedural.ProceduralProblems;
import org.openr1.data.procedural.Split;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.verify.language.TinyLanguage;

/** Makes a set of problems: question, answer and checker, never a worked solution. */
public final class ProblemsStage implements Stage {
  private final Settings settings;

  private ProblemsStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param procedural problems from the seeded generators
   * @param generated problems in plain English from the seeded generators of many domains
   * @param file problems from a data file; where it is missing and {@code procedural} or {@code
   *     generated} is given, that is used
   * @param questionTemplate what the model is asked, with {@code {question}} where the question
   *     stands
   */
  record Settings(
      Optional<Procedural> procedural,
      Optional<Generated> generated,
      Optional<ProblemFile> file,
      String questionTemplate) {
    Settings {
      QuestionTemplate.check(questionTemplate);
      if (procedural.isEmpty() && generated.isEmpty() && file.isEmpty()) {
        throw new IllegalArgumentException("problems need 'procedural', 'generated' or 'file'");
      }
      if (procedural.isPresent() && generated.isPresent()) {
        throw new IllegalArgumentException(
            "problems take 'procedural' or 'generated', not both; make a stage for each");
      }
    }
  }

  /**
   * @param generators names of generators or domains
   * @param levels difficulties, 1 to 5
   * @param count problems in all, spread evenly over generators and levels
   * @param split train, validation or test; disjoint whatever the seed
   */
  record Generated(List<String> generators, List<Integer> levels, int count, Split split) {
    Generated {
      new GeneratorRequest(generators, levels, count, 0, split);
    }

    GeneratorRequest request(long seed) {
      return new GeneratorRequest(generators, levels, count, seed, split);
    }
  }

  /**
   * @param count problems in all, spread evenly over domains, levels and languages
   * @param split train, validation or test; disjoint whatever the seed
   */
  record Procedural(
      List<Domain> domains,
      List<Integer> levels,
      List<TinyLanguage> languages,
      int count,
      Split split) {
    ProblemRequest request(long seed) {
      return new ProblemRequest(domains, levels, languages, count, seed, split);
    }
  }

  /** The kind {@code problems}. */
  public static StageKind<?> kind() {
    Node.Mapping defaults =
        YamlReader.parseMapping(
            "defaults of problems",
            """
            purpose: Make problems with checkable answers
            procedural: null
            generated: null
            file: null
            question_template: "{question}"
            """);
    return new StageKind<>(
        "problems", Artifact.PROBLEMS, defaults, Settings.class, ProblemsStage::new);
  }

  @Override
  public void check(Preflight preflight) throws IOException {
    if (settings.file().isPresent()) {
      ProblemFile file = settings.file().get();
      boolean other = settings.procedural().isPresent() || settings.generated().isPresent();
      if (!other || preflight.find(file.path()).isPresent()) {
        file.read(preflight.existing(file.path()));
      }
    }
    if (settings.procedural().isPresent()) {
      Procedural procedural = settings.procedural().get();
      try {
        procedural.request(0);
      } catch (IllegalArgumentException e) {
        throw new RecipeException("problems: " + e.getMessage(), e);
      }
    }
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    List<Problem> problems = problems(context).stream().map(this::asked).toList();
    AtomicFiles.writeDirectory(
        context.output(), directory -> ProblemSet.write(directory, problems));
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    figures.put("problems", (double) problems.size());
    return new StageOutcome(figures, Compute.NONE);
  }

  private Problem asked(Problem problem) {
    return problem.withQuestion(
        QuestionTemplate.fill(settings.questionTemplate(), problem.question()));
  }

  private List<Problem> problems(StageContext context) {
    if (settings.file().isPresent()) {
      ProblemFile file = settings.file().get();
      Optional<Path> path = context.preflight().find(file.path());
      if (path.isPresent()) {
        return file.read(path.get());
      }
      context.progress().note("  " + file.path() + " is not there; using procedural problems");
    }
    if (settings.generated().isPresent()) {
      return GeneratedProblems.generate(
          settings.generated().get().request(Seeds.of(context, "problems")));
    }
    return ProceduralProblems.generate(
        settings.procedural().orElseThrow().request(Seeds.of(context, "problems")));
  }
}
