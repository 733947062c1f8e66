package org.openr1.data.procedural.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** Different digits to put in ascending order: {@code sort 7314}. */
record SortingTask(List<Integer> digits) implements Task {
  static Task draw(RandomGenerator random, int level) {
    return new SortingTask(differentDigits(random, level + 2));
  }

  static List<Integer> differentDigits(RandomGenerator random, int count) {
    List<Integer> all = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    for (int i = 0; i < count; i++) {
      Collections.swap(all, i, i + random.nextInt(10 - i));
    }
    return List.copyOf(all.subList(0, count));
  }

  static String text(List<Integer> digits) {
    StringBuilder text = new StringBuilder();
    digits.forEach(text::append);
    return text.toString();
  }

  static String shuffled(RandomGenerator random, String text) {
    StringBuilder mixed = new StringBuilder(text);
    for (int i = mixed.length() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      char moved = mixed.charAt(i);
      mixed.setCharAt(i, mixed.charAt(j));
      mixed.setCharAt(j, moved);
    }
    return mixed.toString();
  }

  @Override
  public String question(TinyLanguage language) {
    return TinyWord.SORT.in(language) + " " + text(digits);
  }

  @Override
  public String answer() {
    return text(digits.stream().sorted().toList());
  }

  @Override
  public Work work(Scribe scribe) {
    List<Integer> left = new ArrayList<>(digits);
    List<Integer> sorted = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    while (!left.isEmpty()) {
      Integer least =
          scribe.slips() ? left.get(scribe.random().nextInt(left.size())) : Collections.min(left);
      left.removeIf(least::equals);
      sorted.add(least);
      steps.add(
          scribe.word(TinyWord.LEAST) + " " + least + (left.isEmpty() ? "" : ":" + text(left)));
    }
    return new Work(steps, text(sorted));
  }

  @Override
  public String guess(RandomGenerator random) {
    return shuffled(random, answer());
  }
}
