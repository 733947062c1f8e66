package org.openr1.data.procedural.task;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.procedural.program.Digits;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/**
 * An equation modulo 10 in one unknown digit: {@code find digit:x+3-4=6}, at even levels with a
 * minus before the unknown: {@code find digit:9-x+3=5}.
 *
 * @param minuend the digit that x is taken from, or -1 when x comes first
 */
record AlgebraTask(int minuend, List<ArithmeticTask.Operation> operations, int x) implements Task {
  static Task draw(RandomGenerator random, int level) {
    int minuend = level % 2 == 0 ? 1 + random.nextInt(9) : -1;
    List<ArithmeticTask.Operation> operations = new ArrayList<>();
    for (int i = 0; i < 2 + (level - 1) / 2; i++) {
      operations.add(ArithmeticTask.Operation.draw(random, "+-"));
    }
    return new AlgebraTask(minuend, List.copyOf(operations), random.nextInt(10));
  }

  @Override
  public String question(TinyLanguage language) {
    int value = minuend < 0 ? x : Digits.apply('-', minuend, x);
    for (ArithmeticTask.Operation operation : operations) {
      value = operation.apply(value);
    }
    String words = TinyWord.FIND.in(language) + " " + TinyWord.DIGIT.in(language);
    return words + ":" + left(operations.size()) + "=" + value;
  }

  @Override
  public String answer() {
    return Integer.toString(x);
  }

  @Override
  public Work work(Scribe scribe) {
    String question = question(scribe.language());
    int value = question.charAt(question.length() - 1) - '0';
    List<String> steps = new ArrayList<>();
    for (int i = operations.size() - 1; i >= 0; i--) {
      ArithmeticTask.Operation operation = operations.get(i);
      char inverse = operation.operator() == '+' ? '-' : '+';
      int next = scribe.digit(Digits.apply(inverse, value, operation.operand()));
      steps.add(left(i) + "=" + value + inverse + operation.operand() + "=" + next);
      value = next;
    }
    if (minuend >= 0) {
      int next = scribe.digit(Digits.apply('-', minuend, value));
      steps.add("x=" + minuend + "-" + value + "=" + next);
      value = next;
    }
    steps.set(0, scribe.word(TinyWord.STEPS) + ":" + steps.getFirst());
    return new Work(steps, Integer.toString(value));
  }

  @Override
  public String guess(RandomGenerator random) {
    return Integer.toString(Scribe.otherDigit(random, x));
  }

  /** The left side with its first {@code count} operations. */
  private String left(int count) {
    StringBuilder text = new StringBuilder(minuend < 0 ? "x" : minuend + "-x");
    operations.subList(0, count).forEach(text::append);
    return text.toString();
  }
}
