package org.openr1.verify.equivalence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Call;
import org.openr1.verify.expression.Expression.Constant;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Expression.Power;
import org.openr1.verify.expression.Function;
import org.openr1.verify.number.Ball;
import org.openr1.verify.number.BallMath;
import org.openr1.verify.number.Rational;
import org.openr1.verify.number.Undefined;
import org.openr1.verify.number.Work;

/** Values as balls of complex numbers at one precision, with the given values of the symbols. */
final class NumericEvaluator {
  private final BallMath math;
  private final Map<String, Rational> values;
  private final ExactEvaluator exact;
  private final Work work;
  private final boolean real;

  NumericEvaluator(int digits, Map<String, Rational> values, Work work) {
    this(digits, values, false, work);
  }

  /**
   * With a choice of the numbers that values may be.
   *
   * @param real whether even roots, logarithms and broken powers of negative numbers have no value
   */
  NumericEvaluator(int digits, Map<String, Rational> values, boolean real, Work work) {
    this.real = real;
    this.math = new BallMath(digits, work);
    this.values = values;
    this.exact = new ExactEvaluator(values, work);
    this.work = work;
  }

  /**
   * @throws Undefined where there is no value
   */
  Ball value(Expression expression) {
    work.spend(1);
    return switch (expression) {
      case Num number -> math.of(number.value());
      case Expression.Symbol symbol -> symbol(symbol.name());
      case Constant constant -> constant(constant);
      case Expression.BaseNumber number -> math.of(Rational.of(number.value()));
      case Expression.Sum sum -> sum(sum.terms());
      case Expression.Product product -> product(product.factors());
      case Expression.Percent percent ->
          math.times(value(percent.value()), math.of(Rational.of(1, 100)));
      case Expression.Quantity quantity -> quantity(quantity);
      case Power power -> power(power);
      case Call call -> call(call);
      case Expression.Bound bound -> bound(bound);
      default -> throw new Undefined("no number");
    };
  }

  private Ball symbol(String name) {
    Rational value = values.get(name);
    if (value == null) {
      throw new Undefined("no value of " + name);
    }
    return math.of(value);
  }

  private Ball constant(Constant constant) {
    return switch (constant) {
      case PI -> math.pi();
      case E -> math.e();
      case I -> math.i();
      case INFINITY -> throw new Undefined("infinity");
    };
  }

  private Ball sum(List<Expression> terms) {
    Ball total = Ball.ZERO;
    for (Expression term : terms) {
      total = math.plus(total, value(term));
    }
    return total;
  }

  private Ball product(List<Expression> factors) {
    Ball total = math.of(Rational.ONE);
    for (Expression factor : factors) {
      total = math.times(total, value(factor));
    }
    return total;
  }

  private Ball quantity(Expression.Quantity quantity) {
    Ball value = value(quantity.value());
    return quantity.unit().equals("degree")
        ? math.times(value, math.times(math.pi(), math.of(Rational.of(1, 180))))
        : value;
  }

  private Ball power(Power power) {
    Rational exponent = exact.value(power.exponent());
    if (exponent != null && exponent.isInt() && exponent.numerator().abs().bitLength() < 20) {
      return math.power(value(power.base()), exponent.numerator().intValue());
    }
    if (exponent != null && exponent.isInteger()) {
      throw new Undefined("power of a large exponent");
    }
    if (power.base() == Constant.E) {
      return math.exp(value(power.exponent()));
    }
    Ball base = inDomain(value(power.base()));
    if (exponent != null
        && exponent.denominator().equals(BigInteger.TWO)
        && exponent.numerator().bitLength() < 20) {
      return math.power(math.sqrt(base), exponent.numerator().intValue());
    }
    if (base.re().signum() == 0 && base.im().signum() == 0 && base.radius().signum() == 0) {
      if (exponent != null && exponent.signum() > 0) {
        return Ball.ZERO;
      }
    }
    return math.exp(math.times(value(power.exponent()), math.log(base)));
  }

  private Ball call(Call call) {
    Rational known = call.function() == Function.DET ? null : exact.value(call);
    if (known != null) {
      return math.of(known);
    }
    Ball x =
        call.arguments().getFirst() instanceof Expression.Matrix matrix
            ? value(Matrices.determinant(matrix, work))
            : value(call.arguments().getFirst());
    return switch (call.function()) {
      case SIN -> math.sin(x);
      case COS -> math.cos(x);
      case TAN -> math.times(math.sin(x), math.inverse(math.cos(x)));
      case COT -> math.times(math.cos(x), math.inverse(math.sin(x)));
      case SEC -> math.inverse(math.cos(x));
      case CSC -> math.inverse(math.sin(x));
      case ARCSIN -> math.asin(x);
      case ARCCOS -> math.plus(quarterTurn(), math.negative(math.asin(x)));
      case ARCTAN -> math.atan(x);
      case ARCCOT -> math.plus(quarterTurn(), math.negative(math.atan(x)));
      case ARCSEC -> math.plus(quarterTurn(), math.negative(math.asin(math.inverse(x))));
      case ARCCSC -> math.asin(math.inverse(x));
      case SINH -> hyperbolic(x, false);
      case COSH -> hyperbolic(x, true);
      case TANH -> math.times(hyperbolic(x, false), math.inverse(hyperbolic(x, true)));
      case COTH -> math.times(hyperbolic(x, true), math.inverse(hyperbolic(x, false)));
      case SECH -> math.inverse(hyperbolic(x, true));
      case CSCH -> math.inverse(hyperbolic(x, false));
      case ARSINH -> math.log(math.plus(x, math.sqrt(plusOne(math.times(x, x), 1))));
      case ARCOSH -> math.log(math.plus(x, math.sqrt(plusOne(math.times(x, x), -1))));
      case ARTANH ->
          half(math.log(math.times(plusOne(x, 1), math.inverse(plusOne(math.negative(x), 1)))));
      case LOG ->
          math.times(
              math.log(inDomain(x)), math.inverse(math.log(value(call.arguments().getLast()))));
      case ROOT -> root(x, call.arguments().getLast());
      case ABS -> math.abs(x);
      case FLOOR -> math.of(Rational.of(floor(x)));
      case CEILING -> math.of(Rational.of(floor(math.negative(x)).negate()));
      case REAL_PART -> new Ball(x.re(), BigDecimal.ZERO, x.radius());
      case IMAGINARY_PART -> new Ball(x.im(), BigDecimal.ZERO, x.radius());
      case CONJUGATE -> new Ball(x.re(), x.im().negate(), x.radius());
      case MIN -> extreme(call.arguments(), -1);
      case MAX -> extreme(call.arguments(), 1);
      case SIGN -> math.of(Rational.of(sign(x)));
      case MOD -> modulo(x, value(call.arguments().getLast()));
      case DET -> x;
      case FACTORIAL, DOUBLE_FACTORIAL, BINOMIAL, GCD, LCM ->
          throw new Undefined(call.function() + " of what is no integer");
    };
  }

  private Ball inDomain(Ball x) {
    if (real && (!x.isReal() || x.re().signum() < 0)) {
      throw new Undefined("outside of the real domain");
    }
    return x;
  }

  private Ball quarterTurn() {
    return half(math.pi());
  }

  private Ball half(Ball x) {
    return math.times(x, math.of(Rational.of(1, 2)));
  }

  private Ball plusOne(Ball x, int one) {
    return math.plus(x, math.of(Rational.of(one)));
  }

  private Ball hyperbolic(Ball x, boolean even) {
    Ball up = math.exp(x);
    Ball down = math.exp(math.negative(x));
    return half(math.plus(up, even ? down : math.negative(down)));
  }

  private Ball root(Ball x, Expression indexExpression) {
    Rational index = exact.value(indexExpression);
    if (index == null) {
      return math.exp(math.times(math.log(x), math.inverse(value(indexExpression))));
    }
    boolean odd = index.isInteger() && index.numerator().testBit(0);
    if (!odd) {
      inDomain(x);
    }
    if (index.equals(Rational.TWO)) {
      return math.sqrt(x);
    }
    if (x.isReal() && x.re().signum() == 0 && x.radius().signum() == 0) {
      return Ball.ZERO;
    }
    Ball exponent = math.of(Rational.ONE.over(index));
    if (odd && x.isReal() && x.re().signum() < 0) {
      return math.negative(math.exp(math.times(exponent, math.log(math.negative(x)))));
    }
    return math.exp(math.times(exponent, math.log(x)));
  }

  private static int sign(Ball x) {
    if (!x.isReal() || x.mayBeZero()) {
      throw new Undefined("sign of what may be 0");
    }
    return x.re().signum();
  }

  private static BigInteger floor(Ball x) {
    if (!x.isReal()) {
      throw new Undefined("floor of a complex number");
    }
    BigInteger low = floor(x.re().subtract(x.radius()));
    if (!low.equals(floor(x.re().add(x.radius())))) {
      throw new Undefined("floor of what may be an integer");
    }
    return low;
  }

  private static BigInteger floor(BigDecimal x) {
    return x.setScale(0, RoundingMode.FLOOR).toBigInteger();
  }

  private Ball extreme(List<Expression> arguments, int sign) {
    Ball best = value(arguments.getFirst());
    for (Expression argument : arguments.subList(1, arguments.size())) {
      Ball next = value(argument);
      if (!next.isReal() || !best.isReal()) {
        throw new Undefined("order of complex numbers");
      }
      boolean above = next.re().compareTo(best.re()) > 0;
      best = above == (sign > 0) ? next : best;
    }
    return best;
  }

  private Ball modulo(Ball x, Ball modulus) {
    Ball turns = math.of(Rational.of(floor(math.times(x, math.inverse(modulus)))));
    return math.plus(x, math.negative(math.times(turns, modulus)));
  }

  private Ball bound(Expression.Bound bound) {
    Rational known = exact.value(bound);
    if (known != null) {
      return math.of(known);
    }
    Expression closed = Integrals.exact(bound, work);
    if (closed == null) {
      throw new Undefined("no closed form");
    }
    return value(closed);
  }
}
