package org.openr1.verify.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openr1.verify.expression.Printer;
import org.openr1.verify.parsing.AnswerParser.Commas;

class AnswerParserTest {
  private final AnswerParser parser = new AnswerParser(1_000, 100);

  private String printed(String text) {
    return switch (parser.parse(text)) {
      case ParseResult.Parsed parsed -> Printer.print(parsed.expression());
      case ParseResult.Failed failed -> "failed at " + failed.position() + ": " + failed.reason();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = ";;",
      textBlock =
          """
          -2^2 ;; -(2^2)
          2^{3^2} ;; 2^(3^2)
          \\frac34 ;; 3/4
          \\frac1{10} ;; 1/10
          \\frac ab ;; a/b
          {1 \\over x} ;; 1/x
          3\\frac12 ;; 7/2
          3\\frac{x}{2} ;; 3*(x/2)
          \\sqrt[3]{x} ;; root(x, 3)
          \\sin 2x ;; sin(2*x)
          \\sin x \\cos y ;; sin(x)*cos(y)
          \\sin^2 x ;; sin(x)^2
          \\tan^{-1} x ;; arctan(x)
          \\sin(x) y ;; sin(x)*y
          \\log_2 8 ;; log(8, 2)
          \\ln xy ;; log(x*y, e)
          x_1 + x_{12} ;; x_1 + x_12
          2(x+1)(y) ;; 2*(x + 1)*y
          5! ;; factorial(5)
          |x|-1 ;; abs(x) - 1
          \\left| \\frac{x}{2} \\right| ;; abs(x/2)
          1,234,567 ;; 1234567
          1, 234 ;; 1, 234
          12\\,345 ;; 12345
          0.25 ;; 1/4
          .5 ;; 1/2
          3.2 \\times 10^5 ;; (16/5)*(10^5)
          2.5e-1 ;; 1/4
          0.\\overline{12} ;; 4/33
          5\\% ;; 5%
          \\$4.50 ;; (9/2) $
          7 \\text{ cm} ;; 7 cm
          7 \\mathrm{~kg} ;; 7 kg
          30^\\circ ;; 30 degree
          101_2 ;; 101_2
          (1, 2] ;; (1, 2]
          (1, 2) ;; (1, 2)
          \\{1, 2\\} ;; {1, 2}
          \\{x \\mid x > 0\\} ;; {x | x > 0}
          a < b \\le c ;; a < b <= c
          x = 1 \\text{ or } x = 2 ;; x = 1 or x = 2
          (0,1) \\cup [2,3) ;; (0, 1) u ([2, 3))
          \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} ;; [[1, 2], [3, 4]]
          \\binom{5}{2} ;; binomial(5, 2)
          \\sum_{k=1}^{n} k^2 ;; sum(k^2, k, 1, n)
          \\int_0^1 x^2 dx ;; integral(x^2, x, 0, 1)
          \\lim_{x \\to 0^+} x ;; limit(x, x, 0, 1)
          f(2) = 3 ;; f(2) = 3
          3 \\pm \\sqrt{2} ;; 3 + +-sqrt(2)
          7 \\equiv 1 \\pmod 3 ;; 7 == 1 mod 3
          2:3 ;; 2:3
          \\text{even} ;; "even"
          sqrt(2)/2 ;; sqrt(2)/2
          2*x^2 + 3*x ;; 2*(x^2) + 3*x
          π/2 ;; pi/2
          x² ;; x^2
          """)
  void everySpellingHasOneForm(String text, String form) {
    assertThat(printed(text)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = ";;",
      textBlock =
          """
          ( ;; failed at 1: a value expected at the end
          2 + ;; failed at 3: a value expected at the end
          \\frac{1}{} ;; failed at 9: a value expected at '}'
          (1, 2, 3] ;; failed at 9: a half-open interval of more than two values before at the end
          1 2 ;; failed at 2: not expected at ''
          \\operatorname{floor}(1, 2) ;; failed at 26: floor does not take 2 arguments at the end
          x_ ;; failed at 2: a value expected at the end
          """)
  void aFailureHasItsPlaceAndReason(String text, String failure) {
    assertThat(printed(text)).isEqualTo(failure);
  }

  @Test
  void boundsAreKeptBeforeWorkStarts() {
    assertThat(printed("7".repeat(2_000))).contains("2000 digits, the limit is 1000");
    assertThat(printed("{".repeat(300) + "1" + "}".repeat(300))).contains("nested deeper than 100");
    assertThat(printed("1e99999")).contains("exponent beyond");
  }

  @Test
  void commasThatMayPartAListAreReported() {
    assertThat(parser.read("100,200", Commas.GROUP_THOUSANDS).ambiguous()).isTrue();
    assertThat(parser.read("100, 200", Commas.GROUP_THOUSANDS).ambiguous()).isFalse();
    assertThat(parser.read("1,2", Commas.GROUP_THOUSANDS).ambiguous()).isFalse();
  }
}
