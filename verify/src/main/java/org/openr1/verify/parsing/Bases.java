package org.openr1.verify.parsing;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Product;
import org.openr1.verify.expression.Expression.Symbol;
import org.openr1.verify.expression.Expression.Text;

/** Numbers written in another base than ten. */
final class Bases {
  private static final List<String> NAMES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen");

  private Bases() {}

  /** The base that a subscript names, in digits or a word, from 2 to 36; null when it is none. */
  static @Nullable Integer of(Expression subscript) {
    int base = -1;
    if (subscript instanceof Num number && number.value().isInt()) {
      base = number.value().numerator().intValue();
    } else if (subscript instanceof Text text) {
      String word = text.text().toLowerCase(Locale.ROOT).replace("base", "").strip();
      base = word.matches("\\d{1,2}") ? Integer.parseInt(word) : NAMES.indexOf(word);
    } else {
      base = NAMES.indexOf(letters(subscript));
    }
    return base >= 2 && base <= 36 ? base : null;
  }

  /** The value of digits and capital letters in a base; null when one of them is no digit of it. */
  static @Nullable BigInteger decode(String digits, int base) {
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 36);
      if (digit < 0 || digit >= base) {
        return null;
      }
    }
    return new BigInteger(digits, base);
  }

  /** Digits and letters beside each other, such as 2A; "" when there is anything else. */
  static String letters(Expression value) {
    return switch (value) {
      case Symbol symbol when symbol.name().length() == 1 -> symbol.name();
      case Num number when number.value().isInteger() && number.value().signum() >= 0 ->
          number.value().numerator().toString();
      case Expression.Constant constant when constant == Expression.Constant.E -> "e";
      case Product product -> {
        StringBuilder all = new StringBuilder();
        for (Expression factor : product.factors()) {
          String part = factor instanceof Product ? "" : letters(factor);
          if (part.isEmpty()) {
            yield "";
          }
          all.append(part);
        }
        yield all.toString();
      }
      default -> "";
    };
  }

  /** 2A_{16}: digits and capitals of which the last carries the base; null for other products. */
  static @Nullable Expression digitsAndLetters(List<Expression> factors) {
    String last;
    int base;
    if (factors.getLast() instanceof Expression.BaseNumber number) {
      last = number.digits();
      base = number.base();
    } else if (factors.getLast() instanceof Symbol symbol
        && symbol.name().length() > 2
        && symbol.name().charAt(1) == '_'
        && symbol.name().substring(2).chars().allMatch(c -> c >= '0' && c <= '9')
        && symbol.name().length() < 5) {
      last = symbol.name().substring(0, 1);
      base = Integer.parseInt(symbol.name().substring(2));
    } else {
      return null;
    }
    String digits = letters(new Product(factors.subList(0, factors.size() - 1))) + last;
    boolean capitals = digits.chars().anyMatch(Character::isUpperCase);
    if (base <= 10 || base > 36 || !capitals || digits.length() < factors.size()) {
      return null;
    }
    BigInteger value = decode(digits, base);
    return value == null ? null : new Expression.BaseNumber(digits, base, value);
  }
}
