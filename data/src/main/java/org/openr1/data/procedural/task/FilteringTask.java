package org.openr1.data.procedural.task;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/**
 * Different digits of which only the even or odd ones stay, in their order: {@code keep even 7348}.
 */
record FilteringTask(boolean even, List<Integer> digits) implements Task {
  static Task draw(RandomGenerator random, int level) {
    boolean even = random.nextBoolean();
    while (true) {
      FilteringTask task = new FilteringTask(even, SortingTask.differentDigits(random, level + 3));
      int kept = task.answer().length();
      if (kept > 0 && kept < task.digits.size()) {
        return task;
      }
    }
  }

  @Override
  public String question(TinyLanguage language) {
    TinyWord which = even ? TinyWord.EVEN : TinyWord.ODD;
    return TinyWord.KEEP.in(language) + " " + which.in(language) + " " + SortingTask.text(digits);
  }

  @Override
  public String answer() {
    return SortingTask.text(digits.stream().filter(this::stays).toList());
  }

  @Override
  public Work work(Scribe scribe) {
    List<Integer> kept = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    for (Integer digit : digits) {
      boolean keep = scribe.truth(stays(digit));
      if (keep) {
        kept.add(digit);
      }
      steps.add(digit + " " + scribe.word(keep ? TinyWord.KEEP : TinyWord.DROP));
    }
    return new Work(steps, kept.isEmpty() ? "-" : SortingTask.text(kept));
  }

  @Override
  public String guess(RandomGenerator random) {
    List<Integer> kept = digits.stream().filter(digit -> random.nextBoolean()).toList();
    return SortingTask.text(kept.isEmpty() ? digits.subList(0, 1) : kept);
  }

  private boolean stays(int digit) {
    return (digit % 2 == 0) == even;
  }
}
