package org.openr1.verify.expression;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions the verifier can evaluate. */
public enum Function {
  SIN,
  COS,
  TAN,
  COT,
  SEC,
  CSC,
  ARCSIN,
  ARCCOS,
  ARCTAN,
  ARCCOT,
  ARCSEC,
  ARCCSC,
  SINH,
  COSH,
  TANH,
  COTH,
  SECH,
  CSCH,
  ARSINH,
  ARCOSH,
  ARTANH,
  /** Logarithm of the first argument to the base that is the second. */
  LOG(2, 2),
  ABS,
  FLOOR,
  CEILING,
  FACTORIAL,
  DOUBLE_FACTORIAL,
  BINOMIAL(2, 2),
  GCD(1, 100),
  LCM(1, 100),
  MIN(1, 100),
  MAX(1, 100),
  /** Remainder with the sign of the second argument. */
  MOD(2, 2),
  /** The root of the first argument whose index is the second; real for odd indices. */
  ROOT(2, 2),
  /** Determinant of a matrix. */
  DET,
  REAL_PART,
  IMAGINARY_PART,
  CONJUGATE,
  SIGN;

  private static final Map<String, Function> BY_NAME = names();

  private final int fewest;
  private final int most;

  Function() {
    this(1, 1);
  }

  Function(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  /** Whether it takes that many arguments. */
  public boolean takes(int arguments) {
    return arguments >= fewest && arguments <= most;
  }

  /** Whether several arguments stand in its parentheses. */
  public boolean takesSeveral() {
    return most > 1;
  }

  /** Whether it is one of the trigonometric or hyperbolic functions. */
  public boolean isCircular() {
    return switch (this) {
      case SIN, COS, TAN, COT, SEC, CSC, SINH, COSH, TANH, COTH, SECH, CSCH -> true;
      default -> false;
    };
  }

  /** The inverse of a circular function that has one here. */
  public @Nullable Function inverse() {
    return switch (this) {
      case SIN -> ARCSIN;
      case COS -> ARCCOS;
      case TAN -> ARCTAN;
      case COT -> ARCCOT;
      case SEC -> ARCSEC;
      case CSC -> ARCCSC;
      case SINH -> ARSINH;
      case COSH -> ARCOSH;
      case TANH -> ARTANH;
      default -> null;
    };
  }

  /** The function with that name in LaTeX or plain text, without backslash. */
  public static @Nullable Function named(String name) {
    return BY_NAME.get(name);
  }

  private static Map<String, Function> names() {
    Map<String, Function> names = new TreeMap<>();
    for (Function function : values()) {
      if ((function.takes(1) && function != DET) || function == GCD || function == MIN) {
        names.put(function.name().toLowerCase(Locale.ROOT), function);
      }
    }
    for (String hyperbolic : new String[] {"sinh", "cosh", "tanh"}) {
      Function inverse = names.get("ar" + hyperbolic);
      if (inverse != null) {
        names.put("arc" + hyperbolic, inverse);
        names.put("a" + hyperbolic, inverse);
      }
    }
    for (String circular : new String[] {"sin", "cos", "tan", "cot", "sec", "csc"}) {
      Function inverse = names.get("arc" + circular);
      if (inverse != null) {
        names.put("a" + circular, inverse);
      }
    }
    names.put("cosec", CSC);
    names.put("tg", TAN);
    names.put("ctg", COT);
    names.put("arctg", ARCTAN);
    names.put("ceil", CEILING);
    names.put("lcm", LCM);
    names.put("max", MAX);
    names.put("det", DET);
    names.put("Re", REAL_PART);
    names.put("Im", IMAGINARY_PART);
    names.put("sgn", SIGN);
    names.remove("factorial");
    names.remove("real_part");
    names.remove("imaginary_part");
    names.remove("double_factorial");
    return names;
  }
}
