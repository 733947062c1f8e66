package org.openr1.sandbox.judge.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openr1.sandbox.judge.python.Tokens.Kind;

/**
 * Takes a test text apart into steps. What follows a compound statement with asserts in it is left
 * to the rest, since it may use what that statement did.
 */
final class ScriptReader {
  private static final String CHECK = "check";

  private final Tokens tokens;
  private final Optional<String> entryPoint;
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, Block> functions = new HashMap<>();
  private final List<TestStep> steps = new ArrayList<>();

  /** Starts and ends of asserts that are among the steps. */
  private final TreeMap<Integer, Integer> taken = new TreeMap<>();

  private boolean left;
  private boolean allLeft;
  private boolean checkCalled;
  private int scopes;

  ScriptReader(Tokens tokens, Optional<String> entryPoint) {
    this.tokens = tokens;
    this.entryPoint = entryPoint;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.NAME) {
        uses.merge(tokens.get(i).text(), 1, Integer::sum);
      }
    }
  }

  TestScript read() {
    for (Block block : Block.of(tokens)) {
      top(block);
    }
    boolean calls = !checkCalled && entryPoint.isPresent() && uses(CHECK) > 0;
    Block check = functions.get(CHECK);
    if (calls && check != null && !allLeft) {
      expand(check, entryPoint);
    }
    boolean checks = steps.stream().anyMatch(TestStep.Check.class::isInstance);
    if (checks && !left) {
      return new TestScript(steps, Optional.empty());
    }
    String rest = rest();
    return new TestScript(
        checks ? steps : List.of(), Optional.of(calls ? withCall(rest, entryPoint) : rest));
  }

  private int uses(String name) {
    return uses.getOrDefault(name, 0);
  }

  /** The text with a call of {@code check} at its end. */
  static String withCall(String text, Optional<String> entryPoint) {
    return entryPoint.map(entry -> text + "\n" + CHECK + "(" + entry + ")\n").orElse(text);
  }

  private void top(Block block) {
    Block called = calledFunction(block);
    if (called != null && !allLeft) {
      expand(called, callArgument(block));
    } else if (isTestFunction(block)) {
      functions.put(tokens.get(block.from() + 1).text(), block);
    } else {
      statement(block, 0);
    }
    if (called != null && tokens.get(block.from()).is(CHECK)) {
      checkCalled = true;
    }
  }

  /** Whether it is {@code def name(p):} or {@code def name():} with an assert. */
  private boolean isTestFunction(Block block) {
    int from = block.from();
    if (!tokens.get(from).is("def") || !tokens.get(from + 2).is("(") || block.body().isEmpty()) {
      return false;
    }
    int close = tokens.partner(from + 2);
    int parameters = close - from - 3;
    return tokens.get(close + 1).is(":")
        && (parameters == 0 || (parameters == 1 && tokens.get(from + 3).kind() == Kind.NAME))
        && tokens.get(close + 2).kind() == Kind.LINE_END
        && block.mentions(tokens, "assert");
  }

  /** The test function that the statement calls with as many arguments as it takes. */
  private @Nullable Block calledFunction(Block block) {
    int from = block.from();
    boolean call =
        !block.compound()
            && block.to() - from >= 3
            && tokens.get(from + 1).is("(")
            && tokens.partner(from + 1) == block.to() - 1;
    Block function = call ? functions.get(tokens.get(from).text()) : null;
    boolean takes = function != null && parameter(function).isPresent();
    return takes == callArgument(block).isPresent() ? function : null;
  }

  private Optional<String> callArgument(Block block) {
    int from = block.from();
    return block.to() - from > 3
        ? Optional.of(tokens.slice(from + 2, block.to() - 1))
        : Optional.empty();
  }

  private Optional<String> parameter(Block function) {
    int open = function.from() + 2;
    return tokens.partner(open) == open + 2
        ? Optional.of(tokens.get(open + 1).text())
        : Optional.empty();
  }

  private void expand(Block function, Optional<String> argument) {
    int scope = ++scopes;
    Optional<String> name = parameter(function);
    if (name.isPresent() && argument.isPresent()) {
      steps.add(new TestStep.Setup(scope, name.get() + " = (" + argument.get() + ")"));
    }
    for (Block block : function.body()) {
      statement(block, scope);
    }
  }

  private void statement(Block block, int scope) {
    boolean asserts = block.mentions(tokens, "assert");
    if (allLeft) {
      left = true;
    } else if (!block.compound() && tokens.get(block.from()).is("assert")) {
      check(block, scope);
    } else if (asserts || mentionsFunction(block) || isFlow(block)) {
      left = true;
      allLeft = true;
    } else if (!isUnused(block)) {
      steps.add(new TestStep.Setup(scope, block.text(tokens)));
    }
  }

  private boolean mentionsFunction(Block block) {
    return functions.keySet().stream().anyMatch(name -> block.mentions(tokens, name));
  }

  private boolean isFlow(Block block) {
    var first = tokens.get(block.from());
    return first.is("return") || first.is("global") || first.is("nonlocal") || first.is("yield");
  }

  /** Whether it is a text alone, {@code pass}, or names a literal that nothing else uses. */
  private boolean isUnused(Block block) {
    var first = tokens.get(block.from());
    int length = block.to() - block.from();
    if (length == 1) {
      return first.kind() == Kind.STRING || first.is("pass");
    }
    return first.kind() == Kind.NAME
        && tokens.get(block.from() + 1).is("=")
        && uses(first.text()) == 1
        && LiteralParser.parse(tokens, block.from() + 2, block.to()).isPresent();
  }

  private void check(Block block, int scope) {
    int from = block.from() + 1;
    if (isTrue(from, block.to())) {
      take(block);
      return;
    }
    Optional<AssertForm> form = AssertForm.of(tokens, from, block.to());
    if (form.isPresent()) {
      steps.add(new TestStep.Check(scope, form.get()));
      take(block);
    } else {
      left = true;
    }
  }

  private boolean isTrue(int from, int to) {
    return tokens.get(from).is("True") && (to == from + 1 || tokens.get(from + 1).is(","));
  }

  private void take(Block block) {
    taken.put(tokens.get(block.from()).start(), tokens.get(block.to() - 1).end());
  }

  private String rest() {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (Map.Entry<Integer, Integer> range : taken.entrySet()) {
      rest.append(tokens.text(), at, range.getKey()).append("pass");
      at = range.getValue();
    }
    return rest.append(tokens.text(), at, tokens.text().length()).toString();
  }
}
