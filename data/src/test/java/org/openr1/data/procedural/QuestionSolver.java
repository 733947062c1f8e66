package org.openr1.data.procedural;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Solves questions from their text alone, sharing no code with the generators. */
final class QuestionSolver {
  private QuestionSolver() {}

  static String solve(String domain, String question) {
    return switch (domain) {
      case "sorting" -> sorted(question);
      case "filtering" -> filtered(question);
      case "algebra" -> root(question);
      case "logic" -> truth(question);
      default -> execute(question);
    };
  }

  private static String sorted(String question) {
    return digits(question).sorted().map(Object::toString).collect(Collectors.joining());
  }

  private static String filtered(String question) {
    int odd = question.contains(" odd ") || question.contains(" impares ") ? 1 : 0;
    return digits(question)
        .filter(d -> d % 2 == odd)
        .map(Object::toString)
        .collect(Collectors.joining());
  }

  private static java.util.stream.Stream<Integer> digits(String question) {
    return question.chars().filter(Character::isDigit).mapToObj(c -> c - '0');
  }

  private static String root(String question) {
    String[] sides = question.substring(question.indexOf(':') + 1).split("=", -1);
    List<String> roots = new ArrayList<>();
    for (int x = 0; x < 10; x++) {
      int sum = 0;
      Matcher terms = Pattern.compile("([+-]?)([x\\d])").matcher(sides[0]);
      while (terms.find()) {
        int value = terms.group(2).equals("x") ? x : Integer.parseInt(terms.group(2));
        sum += terms.group(1).equals("-") ? -value : value;
      }
      if ((sum + 1000) % 10 == Integer.parseInt(sides[1])) {
        roots.add(Integer.toString(x));
      }
    }
    return String.join(" or ", roots);
  }

  private static String truth(String question) {
    Map<String, Boolean> values = new HashMap<>(Map.of("T", true, "F", false));
    String[] parts = question.split(";", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      String right = parts[i].substring(2);
      boolean value;
      if (right.startsWith("!")) {
        value = !known(values, right.substring(1));
      } else if (right.length() == 1) {
        value = known(values, right);
      } else {
        boolean left = known(values, right.substring(0, 1));
        boolean other = known(values, right.substring(2));
        value = right.charAt(1) == '&' ? left && other : left || other;
      }
      values.put(parts[i].substring(0, 1), value);
    }
    return known(values, parts[parts.length - 1].substring(0, 1)) ? "T" : "F";
  }

  private static String execute(String question) {
    Map<Character, Integer> values = new HashMap<>();
    int ask = question.lastIndexOf(';');
    block(question.substring(0, ask), values);
    return Integer.toString(known(values, question.charAt(ask + 1)));
  }

  private static void block(String text, Map<Character, Integer> values) {
    String rest = text;
    while (!rest.isEmpty()) {
      Matcher compound = Pattern.compile("(\\w+)\\(([^)]*)\\)\\{([^}]*)\\};?(.*)").matcher(rest);
      if (compound.matches()) {
        String argument = compound.group(2);
        int times =
            compound.group(1).startsWith("rep")
                ? Integer.parseInt(argument)
                : holds(argument, values);
        for (int i = 0; i < times; i++) {
          block(compound.group(3), values);
        }
        rest = compound.group(4);
        continue;
      }
      int end = rest.indexOf(';') < 0 ? rest.length() : rest.indexOf(';');
      values.put(rest.charAt(0), value(rest.substring(2, end), values));
      rest = end == rest.length() ? "" : rest.substring(end + 1);
    }
  }

  private static int holds(String condition, Map<Character, Integer> values) {
    int left = known(values, condition.charAt(0));
    int right = condition.charAt(2) - '0';
    return (condition.charAt(1) == '<' ? left < right : left > right) ? 1 : 0;
  }

  private static int value(String expression, Map<Character, Integer> values) {
    if (expression.length() == 1) {
      return expression.charAt(0) - '0';
    }
    int left = known(values, expression.charAt(0));
    int right = expression.charAt(2) - '0';
    int result =
        switch (expression.charAt(1)) {
          case '+' -> left + right;
          case '-' -> left - right + 10;
          default -> left * right;
        };
    return result % 10;
  }

  private static <K, V> V known(Map<K, V> values, K name) {
    return Objects.requireNonNull(values.get(name), () -> "unknown name " + name);
  }
}
