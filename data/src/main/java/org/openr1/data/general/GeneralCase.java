package org.openr1.data.general;

import java.util.List;

/**
 * A request with good and flawed answers.
 *
 * @param canonical what makes two requests the same in any language; decides the split
 * @param good answers as they should be, the plainest first
 * @param flawed answers with one flaw each: incomplete, wrong, impolite, unsafe or in the other
 *     language
 */
public record GeneralCase(
    GeneralKind kind, String canonical, String prompt, List<String> good, List<Flawed> flawed) {
  /** An answer and what is wrong with it. */
  public record Flawed(String flaw, String answer) {}

  public GeneralCase {
    good = List.copyOf(good);
    List<String> right = good;
    flawed = flawed.stream().filter(answer -> !right.contains(answer.answer())).distinct().toList();
    if (good.isEmpty() || flawed.isEmpty()) {
      throw new IllegalArgumentException("a general case needs good and flawed answers: " + prompt);
    }
  }
}
