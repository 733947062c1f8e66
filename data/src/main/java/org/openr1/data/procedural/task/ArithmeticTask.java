package org.openr1.data.procedural.task;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.procedural.program.Digits;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** A chain of assignments modulo 10: {@code a=3;b=a+4;c=b*2;c digit?}. */
record ArithmeticTask(int first, List<Operation> operations) implements Task {
  private static final String NAMES = "abcdefghij";

  /** One operation with a digit from 1 to 9. */
  record Operation(char operator, int operand) {
    static Operation draw(RandomGenerator random, String operators) {
      return new Operation(
          operators.charAt(random.nextInt(operators.length())), 1 + random.nextInt(9));
    }

    int apply(int value) {
      return Digits.apply(operator, value, operand);
    }

    @Override
    public String toString() {
      return "" + operator + operand;
    }
  }

  static Task draw(RandomGenerator random, int level) {
    int first = random.nextInt(10);
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i <= level; i++) {
      operations.add(Operation.draw(random, "+-*"));
    }
    return new ArithmeticTask(first, List.copyOf(operations));
  }

  @Override
  public String question(TinyLanguage language) {
    StringBuilder text = new StringBuilder("a=").append(first);
    for (int i = 0; i < operations.size(); i++) {
      text.append(';').append(NAMES.charAt(i + 1)).append('=').append(NAMES.charAt(i));
      text.append(operations.get(i));
    }
    return text.append(';')
        .append(NAMES.charAt(operations.size()))
        .append(' ')
        .append(TinyWord.DIGIT.in(language))
        .append('?')
        .toString();
  }

  @Override
  public String answer() {
    int value = first;
    for (Operation operation : operations) {
      value = operation.apply(value);
    }
    return Integer.toString(value);
  }

  @Override
  public Work work(Scribe scribe) {
    List<String> steps = new ArrayList<>();
    steps.add(scribe.word(TinyWord.STEPS) + ":a=" + first);
    int value = first;
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      int next = scribe.digit(operation.apply(value));
      steps.add(NAMES.charAt(i + 1) + "=" + value + operation + "=" + next);
      value = next;
    }
    return new Work(steps, Integer.toString(value));
  }

  @Override
  public String guess(RandomGenerator random) {
    return Integer.toString(Scribe.otherDigit(random, Integer.parseInt(answer())));
  }
}
