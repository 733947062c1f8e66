package org.openr1.data.procedural.task;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** A chain of truth values: {@code p=T;q=F;r=T;s=p|q;t=!r;t is?}. */
record LogicTask(List<Boolean> given, List<Formula> formulas) implements Task {
  private static final int GIVEN = 3;
  private static final String NAMES = "pqrstuvwyz";

  /** {@code left operator right} over earlier names; for {@code !} only left counts. */
  record Formula(char operator, int left, int right) {
    boolean value(List<Boolean> values) {
      return switch (operator) {
        case '!' -> !values.get(left);
        case '&' -> values.get(left) && values.get(right);
        default -> values.get(left) || values.get(right);
      };
    }

    String text(String left, String right) {
      return operator == '!' ? "!" + left : left + operator + right;
    }
  }

  static Task draw(RandomGenerator random, int level) {
    List<Boolean> given = new ArrayList<>();
    for (int i = 0; i < GIVEN; i++) {
      given.add(random.nextBoolean());
    }
    List<Formula> formulas = new ArrayList<>();
    for (int known = GIVEN; known <= GIVEN + level; known++) {
      int left = random.nextInt(known);
      int right = (left + 1 + random.nextInt(known - 1)) % known;
      formulas.add(new Formula("&|!".charAt(random.nextInt(3)), left, right));
    }
    return new LogicTask(List.copyOf(given), List.copyOf(formulas));
  }

  @Override
  public String question(TinyLanguage language) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GIVEN; i++) {
      text.append(name(i)).append('=').append(letter(given.get(i))).append(';');
    }
    for (int i = 0; i < formulas.size(); i++) {
      Formula formula = formulas.get(i);
      text.append(name(GIVEN + i)).append('=');
      text.append(formula.text(name(formula.left()), name(formula.right()))).append(';');
    }
    return text.append(name(GIVEN + formulas.size() - 1))
        .append(' ')
        .append(TinyWord.IS.in(language))
        .append('?')
        .toString();
  }

  @Override
  public String answer() {
    List<Boolean> values = new ArrayList<>(given);
    formulas.forEach(formula -> values.add(formula.value(values)));
    return letter(values.getLast());
  }

  @Override
  public Work work(Scribe scribe) {
    List<Boolean> values = new ArrayList<>(given);
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < GIVEN; i++) {
      String opening = i == 0 ? scribe.word(TinyWord.STEPS) + ":" : "";
      steps.add(opening + name(i) + "=" + letter(given.get(i)));
    }
    for (Formula formula : formulas) {
      boolean value = scribe.truth(formula.value(values));
      // Names first, then their values: two small steps, where values at once are one large one.
      String named = formula.text(name(formula.left()), name(formula.right()));
      String filledIn =
          formula.text(letter(values.get(formula.left())), letter(values.get(formula.right())));
      steps.add(name(values.size()) + "=" + named + "=" + filledIn + "=" + letter(value));
      values.add(value);
    }
    return new Work(steps, letter(values.getLast()));
  }

  @Override
  public String guess(RandomGenerator random) {
    return answer().equals("T") ? "F" : "T";
  }

  private static String name(int index) {
    return NAMES.substring(index, index + 1);
  }

  private static String letter(boolean value) {
    return value ? "T" : "F";
  }
}
