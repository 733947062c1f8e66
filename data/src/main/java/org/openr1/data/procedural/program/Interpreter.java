package org.openr1.data.procedural.program;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs programs of the mini-language, at most so many steps. */
public final class Interpreter {
  /** Statements and rounds a program may run by default. */
  public static final int DEFAULT_MAX_STEPS = 10_000;

  private final SortedMap<Character, Integer> values = new TreeMap<>();
  private final ExecutionObserver observer;
  private final int maxSteps;
  private int steps;

  private Interpreter(ExecutionObserver observer, int maxSteps) {
    this.observer = observer;
    this.maxSteps = maxSteps;
  }

  /** Runs with the default limit and nobody watching. */
  public static SortedMap<Character, Integer> run(Program program) {
    return run(program, ExecutionObserver.NONE, DEFAULT_MAX_STEPS);
  }

  /**
   * Runs a program.
   *
   * @return the digit in every variable at the end
   * @throws ProgramException when a variable is read before it is set or the step limit is reached
   */
  public static SortedMap<Character, Integer> run(
      Program program, ExecutionObserver observer, int maxSteps) {
    Interpreter interpreter = new Interpreter(observer, maxSteps);
    interpreter.all(program.statements());
    return interpreter.values;
  }

  private void all(List<Statement> statements) {
    for (Statement statement : statements) {
      step();
      switch (statement) {
        case Statement.Assign assign -> {
          int result = evaluate(assign.value());
          int stored = observer.assigned(assign, Collections.unmodifiableSortedMap(values), result);
          values.put(assign.variable(), Math.floorMod(stored, 10));
        }
        case Statement.Repeat repeat -> {
          for (int round = 1; round <= repeat.times(); round++) {
            step();
            observer.round(repeat, round);
            all(repeat.body());
          }
        }
        case Statement.If condition -> {
          int left = evaluate(condition.left());
          int right = evaluate(condition.right());
          if (observer.decided(condition, left, right, holds(left, condition.relation(), right))) {
            all(condition.body());
          }
        }
      }
    }
  }

  private void step() {
    if (++steps > maxSteps) {
      throw new ProgramException("program ran more than " + maxSteps + " steps");
    }
  }

  private int evaluate(Expression expression) {
    return switch (expression) {
      case Expression.Constant constant -> Math.floorMod(constant.value(), 10);
      case Expression.Variable variable -> {
        Integer value = values.get(variable.name());
        if (value == null) {
          throw new ProgramException("variable '" + variable.name() + "' is read before it is set");
        }
        yield value;
      }
      case Expression.Binary binary ->
          Digits.apply(binary.operator(), evaluate(binary.left()), evaluate(binary.right()));
    };
  }

  private static boolean holds(int left, char relation, int right) {
    return switch (relation) {
      case '<' -> left < right;
      case '>' -> left > right;
      default -> left == right;
    };
  }
}
