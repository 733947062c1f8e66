package org.openr1.data.procedural.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import org.openr1.data.procedural.program.ExecutionObserver;
import org.openr1.data.procedural.program.Expression;
import org.openr1.data.procedural.program.Interpreter;
import org.openr1.data.procedural.program.Program;
import org.openr1.data.procedural.program.Statement;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/**
 * A program of the mini-language and the variable asked for: {@code x=3;repeat(4){x=x+2};x digit?}.
 * Answer and steps both come from the interpreter.
 */
record ProgramTask(Program program, char asked) implements Task {
  private static final int MAX_STEPS = 1_000;
  private static final String NAMES = "abcdefg";

  /** A loop over one variable with an operation after it; {@code level + 1} rounds. */
  static Task drawLoop(RandomGenerator random, int level) {
    List<Statement> statements = new ArrayList<>();
    statements.add(constant(random, 'x'));
    statements.add(new Statement.Repeat(level + 1, List.of(update(random, 'x', 'x'))));
    statements.add(update(random, 'x', 'x'));
    return new ProgramTask(new Program(statements), 'x');
  }

  /** A chain of variables with conditions, from level 4 with a short loop. */
  static Task drawBranching(RandomGenerator random, int level) {
    int assignments = 1 + level / 2;
    int conditions = 1 + (level - 1) / 2;
    List<Statement> statements = new ArrayList<>();
    statements.add(constant(random, NAMES.charAt(0)));
    for (int i = 1; i <= assignments; i++) {
      char name = NAMES.charAt(i);
      statements.add(update(random, name, NAMES.charAt(i - 1)));
      // Conditions stand behind the last assignments, so that the easy levels have one too.
      if (i > assignments - Math.min(conditions, 2)) {
        statements.add(condition(random, name));
      }
    }
    char last = NAMES.charAt(assignments);
    if (level >= 4) {
      statements.add(new Statement.Repeat(2 + level / 6, List.of(update(random, last, last))));
    }
    return new ProgramTask(new Program(statements), last);
  }

  @Override
  public String question(TinyLanguage language) {
    return program.text(language) + ";" + asked + " " + TinyWord.DIGIT.in(language) + "?";
  }

  @Override
  public String answer() {
    return value(Interpreter.run(program, ExecutionObserver.NONE, MAX_STEPS));
  }

  @Override
  public Work work(Scribe scribe) {
    Trace trace = new Trace(scribe);
    SortedMap<Character, Integer> values = Interpreter.run(program, trace, MAX_STEPS);
    return new Work(trace.steps, value(values));
  }

  @Override
  public String guess(RandomGenerator random) {
    return Integer.toString(Scribe.otherDigit(random, Integer.parseInt(answer())));
  }

  private String value(SortedMap<Character, Integer> values) {
    return Integer.toString(Objects.requireNonNull(values.get(asked), "asked variable is set"));
  }

  private static Statement.Assign constant(RandomGenerator random, char name) {
    return new Statement.Assign(name, new Expression.Constant(random.nextInt(10)));
  }

  private static Statement.Assign update(RandomGenerator random, char name, char from) {
    char operator = "+-*".charAt(random.nextInt(3));
    Expression operand = new Expression.Constant(1 + random.nextInt(9));
    return new Statement.Assign(
        name, new Expression.Binary(operator, new Expression.Variable(from), operand));
  }

  private static Statement.If condition(RandomGenerator random, char name) {
    char relation = random.nextBoolean() ? '<' : '>';
    Expression bound = new Expression.Constant(2 + random.nextInt(6));
    return new Statement.If(
        new Expression.Variable(name), relation, bound, List.of(update(random, name, name)));
  }

  /** Writes one line a step, the values filled in. */
  private static final class Trace implements ExecutionObserver {
    private final Scribe scribe;
    private final List<String> steps = new ArrayList<>();
    private String opening;

    Trace(Scribe scribe) {
      this.scribe = scribe;
      this.opening = scribe.word(TinyWord.STEPS) + ":";
    }

    @Override
    public int assigned(
        Statement.Assign statement, SortedMap<Character, Integer> values, int result) {
      if (statement.value() instanceof Expression.Binary binary) {
        int stored = scribe.digit(result);
        String filledIn =
            filledIn(binary.left(), values) + binary.operator() + filledIn(binary.right(), values);
        add(statement.variable() + "=" + filledIn + "=" + stored);
        return stored;
      }
      add(statement.variable() + "=" + result);
      return result;
    }

    @Override
    public boolean decided(Statement.If statement, int left, int right, boolean result) {
      boolean written = scribe.truth(result);
      String word = scribe.word(written ? TinyWord.TRUE : TinyWord.FALSE);
      String named = statement.left().text() + statement.relation() + statement.right().text();
      add(named + ":" + left + statement.relation() + right + " " + word);
      return written;
    }

    @Override
    public void round(Statement.Repeat statement, int number) {
      opening = scribe.word(TinyWord.ROUND) + " " + number + ":";
    }

    private void add(String step) {
      steps.add(opening + step);
      opening = "";
    }

    private static String filledIn(Expression operand, SortedMap<Character, Integer> values) {
      return operand instanceof Expression.Variable variable
          ? Integer.toString(Objects.requireNonNull(values.get(variable.name())))
          : operand.text();
    }
  }
}
