package org.openr1.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.pipeline.stage.Stage;
import org.openr1.pipeline.stage.StageKind;

/** Stages without models: {@code make} writes steps of text, {@code join} reads two of them. */
final class FakeStages {
  private FakeStages() {}

  record Make(int steps, double rate, boolean loud, Optional<Reference.Problems> after) {}

  record Join(Reference.Problems left, Reference.Problems right) {}

  /**
   * The kinds; {@code atStep} is called with "stage step" before each step of a {@code make} stage.
   */
  static List<StageKind<?>> kinds(Consumer<String> atStep) {
    return List.of(
        new StageKind<>(
            "make",
            Artifact.PROBLEMS,
            defaults("{purpose: makes text, steps: 3, rate: 1e-3, loud: false, after: null}"),
            Make.class,
            settings -> make(settings, atStep)),
        new StageKind<>(
            "join",
            Artifact.EXAMPLES,
            defaults("{purpose: joins texts}"),
            Join.class,
            FakeStages::join));
  }

  private static Node.Mapping defaults(String yaml) {
    return YamlReader.parseMapping("defaults", yaml);
  }

  private static Stage make(Make settings, Consumer<String> atStep) {
    return context -> {
      StringBuilder text = new StringBuilder();
      for (int step = 1; step <= settings.steps(); step++) {
        context.stopIfRequested();
        atStep.accept(context.name() + " " + step);
        text.append(context.name())
            .append(step)
            .append(" seed ")
            .append(context.seed())
            .append('\n');
        context.progress().step(step, settings.steps(), new LinkedHashMap<>());
      }
      AtomicFiles.writeDirectory(
          context.output(), dir -> Files.writeString(dir.resolve("text"), text));
      return StageOutcome.of("steps", settings.steps());
    };
  }

  private static Stage join(Join settings) {
    return context -> {
      Path left = context.input(settings.left()).resolve("text");
      Path right = context.input(settings.right()).resolve("text");
      String joined = Files.readString(left) + Files.readString(right);
      AtomicFiles.writeDirectory(
          context.output(), dir -> Files.writeString(dir.resolve("text"), joined));
      return StageOutcome.of("characters", joined.length());
    };
  }
}
