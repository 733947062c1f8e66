package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;
import static org.openr1.data.generator.math.MathGenerator.workedOut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;

/** Remainders. */
final class Residues {
  private Residues() {}

  static GeneratedProblem power(RandomGenerator random, int level) {
    int bound = 10;
    for (int i = 2; i < level; i++) {
      bound *= 3;
    }
    int base = Draws.between(random, 2, 5 + bound);
    int exponent = Draws.between(random, 5, 20 * level * level * level);
    int modulus = Draws.between(random, 5, 15 + 2 * bound);
    return workedOut(
        Draws.wording(
            random,
            List.of(
                "What is the remainder when %s^%s is divided by %s?",
                "Find %s^%s modulo %s.", "Which remainder does %s^%s leave on division by %s?"),
            base,
            exponent,
            modulus),
        BigInteger.valueOf(base).modPow(BigInteger.valueOf(exponent), BigInteger.valueOf(modulus)));
  }

  /** The smallest number with given remainders, by the Chinese remainder theorem. */
  static GeneratedProblem chineseRemainder(RandomGenerator random, int level) {
    int count = 2 + level / 3;
    int greatest = 10 + 5 * level;
    List<BigInteger> moduli = new ArrayList<>();
    while (moduli.size() < count) {
      BigInteger next = BigInteger.valueOf(Draws.between(random, 3, greatest));
      if (moduli.stream().allMatch(each -> each.gcd(next).equals(BigInteger.ONE))) {
        moduli.add(next);
      }
    }
    BigInteger product = moduli.stream().reduce(BigInteger.ONE, BigInteger::multiply);
    BigInteger number = BigInteger.ZERO;
    List<String> clauses = new ArrayList<>();
    for (BigInteger modulus : moduli) {
      BigInteger remainder = BigInteger.valueOf(random.nextInt(modulus.intValueExact()));
      BigInteger others = product.divide(modulus);
      number = number.add(remainder.multiply(others).multiply(others.modInverse(modulus)));
      clauses.add("%s on division by %s".formatted(remainder, modulus));
    }
    BigInteger least = number.mod(product);
    return problem(
        Draws.wording(
                random,
                List.of(
                    "Which is the smallest positive number that leaves the remainder %s?",
                    "Find the least positive whole number with the remainders %s.",
                    "A number of marbles leaves the remainder %s. How many marbles are there at"
                        + " least? There is at least one."),
                String.join(" and ", clauses))
            + MathGenerator.WHOLE,
        least.signum() == 0 ? product : least);
  }
}
