package org.openr1.pipeline.report;

import java.util.List;
import java.util.SequencedMap;
import org.openr1.eval.EvaluationResult;

/**
 * Everything the page shows.
 *
 * @param name of the run
 * @param summary facts of the run: seed, time, machine, CPU flags; shown as a list
 * @param results one row a model, in the order of the stages
 * @param stages what each stage was for and its curves
 * @param sideBySide fixed problems with each model's answer
 * @param claims the paper's claims as judged
 * @param notes further figures in words, such as the compute of distillation and RL
 * @param recipe the resolved recipe as YAML
 */
public record Report(
    String name,
    SequencedMap<String, String> summary,
    List<EvaluationResult> results,
    List<StagePart> stages,
    List<SideBySide> sideBySide,
    List<Claim> claims,
    List<String> notes,
    String recipe) {

  /**
   * One stage.
   *
   * @param name as in the recipe
   * @param purpose in one line
   * @param seconds it took
   * @param charts its curves, possibly none
   */
  public record StagePart(String name, String purpose, double seconds, List<Chart> charts) {}

  /**
   * Curves over one pair of axes.
   *
   * @param title with the unit
   * @param labelX what the horizontal axis counts
   * @param curves at least one
   */
  public record Chart(String title, String labelX, List<Series> curves) {}

  /**
   * One problem answered by every model.
   *
   * @param question as given to the models
   * @param reference the right answer
   * @param answers model name to its greedy answer
   */
  public record SideBySide(
      String question, String reference, SequencedMap<String, ModelAnswer> answers) {}

  /**
   * A model's answer.
   *
   * @param text the completion
   * @param right whether the checker took it
   */
  public record ModelAnswer(String text, boolean right) {}
}
