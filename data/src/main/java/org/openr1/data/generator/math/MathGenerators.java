package org.openr1.data.generator.math;

import java.util.List;
import org.openr1.data.generator.GeneratorFamily;
import org.openr1.data.generator.ProblemGenerator;

/** Generators of the domain math. */
public final class MathGenerators implements GeneratorFamily {
  @Override
  public List<ProblemGenerator> generators() {
    return List.of(
        new MathGenerator("integer_expression", Expressions::integers),
        new MathGenerator("fraction_expression", Expressions::fractions),
        new MathGenerator("percentages", WordProblems::percentages),
        new MathGenerator("shopping", WordProblems::shopping),
        new MathGenerator("linear_equation", Equations::linear),
        new MathGenerator("linear_system", Equations::system),
        new MathGenerator("quadratic_equation", Quadratics::equation),
        new MathGenerator("polynomial_value", Polynomials::value),
        new MathGenerator("polynomial_product", Polynomials::coefficient),
        new MathGenerator("limit_of_quotient", Polynomials::limit),
        new MathGenerator("gcd_lcm", Divisibility::common),
        new MathGenerator("prime_factors", Divisibility::primeFactors),
        new MathGenerator("divisors", Divisibility::divisors),
        new MathGenerator("modular_power", Residues::power),
        new MathGenerator("chinese_remainder", Residues::chineseRemainder),
        new MathGenerator("base_conversion", Bases::conversion),
        new MathGenerator("letter_arrangements", Counting::arrangements),
        new MathGenerator("committees", Counting::committees),
        new MathGenerator("lattice_paths", Counting::latticePaths),
        new MathGenerator("dice_probability", Probability::dice),
        new MathGenerator("urn_probability", Probability::urn),
        new MathGenerator("polygon_area", Geometry::polygonArea),
        new MathGenerator("right_triangle", Geometry::rightTriangle),
        new MathGenerator("circles", Circles::measure),
        new MathGenerator("similar_figures", Geometry::similarFigures),
        new MathGenerator("sequence_term", Sequences::term),
        new MathGenerator("series_sum", Sequences::sum),
        new MathGenerator("recurrence", Sequences::recurrence),
        new MathGenerator("determinant", Matrices::determinant),
        new MathGenerator("matrix_product", Matrices::product),
        new MathGenerator("derivative", Calculus::derivative),
        new MathGenerator("definite_integral", Calculus::integral),
        new MathGenerator("statistics", Statistics::measure));
  }
}
