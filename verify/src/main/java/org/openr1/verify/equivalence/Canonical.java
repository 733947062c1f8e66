package org.openr1.verify.equivalence;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.Constant;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.expression.Function;
import org.openr1.verify.expression.Printer;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/**
 * Brings expressions into the form of one fraction of polynomials. Two of them are the same exactly
 * if the numerator of their difference is zero, where all atoms are free.
 */
final class Canonical {
  private static final int MAX_POWER = 200;
  private static final int LARGEST_PRIME_TRIED = 1_000;
  private final Atoms atoms;
  private final Work work;
  private final ExactEvaluator exact;

  Canonical(Atoms atoms, Work work) {
    this.atoms = atoms;
    this.work = work;
    this.exact = new ExactEvaluator(work);
  }

  Fraction of(Expression expression) {
    return switch (expression) {
      case Num number -> Fraction.of(number.value());
      case Expression.Symbol symbol -> Fraction.atom(atoms.symbol(symbol.name()));
      case Expression.Applied applied ->
          Fraction.atom(atoms.symbol(applied.name() + keys(applied.arguments())));
      case Constant constant -> constant(constant);
      case Expression.Sum sum -> sum(sum.terms());
      case Expression.Product product -> product(product.factors());
      case Power power -> power(power);
      case Call call -> call(call);
      case Expression.Percent percent ->
          of(percent.value()).times(Fraction.of(Rational.of(1, 100)), atoms, work);
      case Expression.Quantity quantity -> quantity(quantity);
      case Expression.BaseNumber number -> Fraction.of(Rational.of(number.value()));
      case Expression.Bound bound -> bound(bound);
      default -> throw new Undefined("no number: " + Printer.print(expression));
    };
  }

  private Fraction constant(Constant constant) {
    return switch (constant) {
      case PI -> Fraction.atom(atoms.constant("pi"));
      case E -> Fraction.atom(atoms.constant("e"));
      case I -> Fraction.atom(atoms.imaginaryUnit());
      case INFINITY -> throw new Undefined("infinity");
    };
  }

  private Fraction sum(List<Expression> terms) {
    Fraction total = of(terms.getFirst());
    for (Expression term : terms.subList(1, terms.size())) {
      total = total.plus(of(term), atoms, work);
    }
    return total;
  }

  private Fraction product(List<Expression> factors) {
    Fraction total = of(factors.getFirst());
    for (Expression factor : factors.subList(1, factors.size())) {
      total = total.times(of(factor), atoms, work);
    }
    return total;
  }

  /** Degrees in the middle of a formula are a number: so many times pi/180. */
  private Fraction quantity(Expression.Quantity quantity) {
    Fraction value = of(quantity.value());
    if (!quantity.unit().equals("degree")) {
      return value;
    }
    Fraction degree =
        Fraction.atom(atoms.constant("pi")).times(Fraction.of(Rational.of(1, 180)), atoms, work);
    return value.times(degree, atoms, work);
  }

  private Fraction power(Power power) {
    Rational exponent = exact.value(power.exponent());
    if (exponent == null) {
      return Fraction.atom(
          atoms.opaque("power " + key(power.base()) + " to " + key(power.exponent())));
    }
    if (exponent.isInteger()) {
      return integerPower(of(power.base()), exponent);
    }
    if (exponent.denominator().bitLength() > 6) {
      return Fraction.atom(atoms.opaque("power " + key(power.base()) + " to " + exponent));
    }
    Fraction root = root(of(power.base()), exponent.denominator().intValue(), false);
    return integerPower(root, Rational.of(exponent.numerator()));
  }

  private Fraction integerPower(Fraction base, Rational exponent) {
    if (base.isConstant()) {
      Rational value = Powers.exact(base.constant(), exponent, work);
      if (value != null) {
        return Fraction.of(value);
      }
    }
    if (!exponent.isInt() || exponent.numerator().abs().bitLength() > 20) {
      throw new Polynomial.TooManyTerms();
    }
    int power = exponent.numerator().intValue();
    boolean single = base.top().terms().size() <= 1 && base.bottom().terms().size() <= 1;
    if (!single && Math.abs(power) > MAX_POWER) {
      throw new Polynomial.TooManyTerms();
    }
    return base.power(power, atoms, work);
  }

  private Fraction call(Call call) {
    if (call.function() == Function.ROOT) {
      Rational index = exact.value(call.arguments().getLast());
      if (index != null
          && index.isInt()
          && index.signum() > 0
          && index.numerator().bitLength() <= 6) {
        return root(of(call.arguments().getFirst()), index.numerator().intValue(), true);
      }
    }
    if (call.function() != Function.DET) {
      Rational value = exact.value(call);
      if (value != null) {
        return Fraction.of(value);
      }
    } else if (call.arguments().getFirst() instanceof Expression.Matrix matrix) {
      return of(Matrices.determinant(matrix, work));
    }
    return Fraction.atom(atoms.opaque(call.function().name() + keys(call.arguments())));
  }

  private Fraction bound(Expression.Bound bound) {
    Rational value = exact.value(bound);
    if (value != null) {
      return Fraction.of(value);
    }
    Expression integral = Integrals.exact(bound, work);
    return integral != null ? of(integral) : Fraction.atom(atoms.opaque(Printer.print(bound)));
  }

  private String keys(List<Expression> arguments) {
    return arguments.stream().map(this::key).collect(Collectors.joining(", ", "(", ")"));
  }

  private String key(Expression expression) {
    return atoms.print(of(expression));
  }

  /**
   * A root of a fraction of polynomials: of a number by its prime factors, of a polynomial as an
   * atom whose power is known.
   *
   * @param real whether the odd root of a negative number is negative, as under a root sign
   */
  private Fraction root(Fraction radicand, int index, boolean real) {
    if (index == 1) {
      return radicand;
    }
    if (radicand.isConstant()) {
      return rootOfNumber(radicand.constant(), index, real);
    }
    if (radicand.bottom().isConstant() && radicand.bottom().constantTerm().isOne()) {
      return Fraction.atom(atoms.root(radicand.top(), index));
    }
    return Fraction.atom(atoms.opaque("root " + index + " of " + atoms.print(radicand)));
  }

  private Fraction rootOfNumber(Rational value, int index, boolean real) {
    if (value.isZero()) {
      return Fraction.of(Rational.ZERO);
    }
    if (value.signum() < 0) {
      Fraction positive = rootOfNumber(value.negated(), index, real);
      if (index == 2) {
        return positive.times(Fraction.atom(atoms.imaginaryUnit()), atoms, work);
      }
      if (index % 2 == 1 && real) {
        return positive.negated();
      }
      return Fraction.atom(atoms.opaque("root " + index + " of " + value));
    }
    // The root of a/b is that of a b^(n-1), divided by b.
    work.allowBits((long) value.bits() * index);
    BigInteger whole = value.numerator().multiply(value.denominator().pow(index - 1));
    Fraction result = Fraction.of(new Rational(BigInteger.ONE, value.denominator()));
    BigInteger rest = whole;
    for (int prime = 2;
        prime <= LARGEST_PRIME_TRIED && rest.bitLength() > 1;
        prime += prime == 2 ? 1 : 2) {
      BigInteger divisor = BigInteger.valueOf(prime);
      int count = 0;
      if (rest.bitLength() < 40 && (long) prime * prime > rest.longValue()) {
        divisor = rest;
      }
      BigInteger[] split = rest.divideAndRemainder(divisor);
      while (split[1].signum() == 0) {
        count++;
        rest = split[0];
        split = rest.divideAndRemainder(divisor);
      }
      if (count > 0) {
        result = times(result, divisor, count, index, true);
      }
    }
    work.spend(1 + (rest.bitLength() > 40 ? 50 : 0));
    if (rest.bitLength() > 1) {
      BigInteger perfect = Powers.root(rest, index);
      result =
          perfect != null
              ? result.times(Fraction.of(Rational.of(perfect)), atoms, work)
              : times(result, rest, 1, index, rest.bitLength() < 20);
    }
    return result;
  }

  private Fraction times(Fraction result, BigInteger prime, int count, int index, boolean sure) {
    Fraction product =
        result.times(Fraction.of(Rational.of(prime.pow(count / index))), atoms, work);
    int left = count % index;
    if (left == 0) {
      return product;
    }
    Fraction root = Fraction.atom(atoms.rootOfPrime(prime, index, sure));
    return product.times(root.power(left, atoms, work), atoms, work);
  }
}
