package org.openr1.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openr1.verify.Verdict.Status;
import org.openr1.verify.equivalence.Strictness;
import org.openr1.verify.extraction.ExtractionRule;
import org.openr1.verify.extraction.FoundAnswer;

class AnswerVerifierTest {
  private static final AnswerVerifier DEFAULT = new AnswerVerifier(VerifierOptions.DEFAULT);
  private static final AnswerVerifier OPEN_R1 = new AnswerVerifier(VerifierOptions.OPEN_R1);

  @ParameterizedTest
  @CsvSource(
      delimiterString = ";;",
      textBlock =
          """
          0.5 ;; \\frac12
          1,250 ;; 1250
          1250 ;; 1\\,250
          7 1/2 ;; 7.5
          -2\\frac{3}{4} ;; -\\frac{11}{4}
          0.1\\overline{6} ;; \\frac16
          6.02 \\times 10^{3} ;; 6020
          2.5e-3 ;; 0.0025
          35\\% ;; 0.35
          35\\% ;; 35
          12.50 ;; \\$12.5
          \\text{USD } 40 ;; \\$40
          17 ;; 17\\text{ cm}
          9\\text{ m}^2 ;; 9\\text{ square meters}
          90^\\circ ;; \\frac{\\pi}{2}
          1011_2 ;; 1011_{\\text{two}}
          \\sqrt{50} ;; 5\\sqrt{2}
          \\frac{1}{\\sqrt{3}-\\sqrt{2}} ;; \\sqrt3+\\sqrt2
          \\sqrt{4+2\\sqrt{3}} ;; 1+\\sqrt{3}
          \\sqrt[3]{-8} ;; -2
          (2+i)(2-i) ;; 5
          e^{i\\pi} ;; -1
          \\tan 75^\\circ ;; 2+\\sqrt{3}
          \\log_4 8 ;; 1.5
          \\ln 8 ;; 3\\ln 2
          \\binom{6}{2} ;; 15
          \\frac{8!}{6!} ;; 56
          \\lfloor -2.5 \\rfloor ;; -3
          \\gcd(12, 18) ;; 6
          \\sum_{k=1}^{10} k^2 ;; 385
          \\int_0^2 x^2 dx ;; \\frac{8}{3}
          |{-3}| ;; 3
          2^{10} \\bmod 7 ;; 2
          x^2-y^2 ;; (x-y)(x+y)
          \\frac{x^2-1}{x-1} ;; x+1
          \\sin^2 t ;; 1-\\cos^2 t
          4^n ;; 2^{2n}
          \\frac{n!}{(n-1)!} ;; n
          \\sum_{k=1}^{n} (2k-1) ;; n^2
          \\frac{\\pi^2}{8} ;; \\sum_{n=0}^{\\infty} \\frac{1}{(2n+1)^2}
          e^2 ;; \\lim_{n \\to \\infty} (1 + \\frac{2}{n})^n
          \\frac{\\pi}{2} ;; \\int_{-1}^{1} \\frac{dx}{1+x^2}
          \\ln 2 ;; \\int_1^2 \\frac{1}{x} dx
          3 million ;; 3,000,000
          1, 2, 3 ;; 3, 1, 2
          \\{1, 2\\} ;; 2 \\text{ and } 1
          2 \\pm \\sqrt{3} ;; 2-\\sqrt{3}, 2+\\sqrt{3}
          3, 5 ;; x = 3 \\text{ or } x = 5
          (1, -2) ;; \\left( 1, -2 \\right)
          (3, 4) ;; (x, y) = (3, 4)
          x=3, y=4 ;; y=4, x=3
          \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} ;; \\langle 1, 2 \\rangle
          \\begin{pmatrix} 2 & 4 \\end{pmatrix} ;; 2\\begin{pmatrix} 1 & 2 \\end{pmatrix}
          \\begin{vmatrix} 1 & 2 \\\\ 3 & 4 \\end{vmatrix} ;; -2
          [1, 4) ;; 1 \\le x < 4
          (-\\infty, 2) \\cup (2, \\infty) ;; x \\ne 2
          (0, 1) \\cup (1, 2) ;; (1, 2) \\cup (0, 1)
          \\mathbb{R} \\setminus \\{0\\} ;; (-\\infty, 0) \\cup (0, \\infty)
          -2 < x < 2 ;; |x| < 2
          \\{-3, 3\\} ;; \\{x \\mid x^2 = 9\\}
          x > -1 ;; -2x < 2
          y = 2x + 1 ;; 2x - y + 1 = 0
          y = 3x ;; 6x = 2y
          7 ;; x = 3 + 4 = 7
          x = 7 ;; 7
          \\frac{2}{3} ;; \\frac{2}{3} \\approx 0.667
          3:4 ;; 3:4
          x \\equiv 5 \\pmod{7} ;; x \\equiv 12 \\pmod{7}
          \\text{Tuesday} ;; tuesday
          \\text{(C)} ;; C
          \\infty ;; \\text{infinity}
          −4 ;; -4
          2√5 ;; 2\\sqrt{5}
          \\emptyset ;; \\{\\}
          (0,1)\\cup(1,2) ;; (0,1)\\bigcup(1,2)
          \\frac34 ;; \\text{The answer is } \\frac34
          15 ;; \\text{exactly }15
          -15 ;; \\text{negative }15
          \\frac34 ;; \\textbf{(C) } \\frac34
          \\text{(C)} ;; \\textbf{(C) } 25
          \\text{(C)} ;; \\text{C. } 25
          25 ;; |S|=25
          25 ;; \\lfloor 10x\\rfloor=25
          25 ;; f(f(5))=25
          25 ;; f(5)-f(3)=25
          25 ;; f^{-1}(2)=25
          25 ;; \\binom n2=25
          25 ;; \\log_2 x=25
          25 ;; m+n=25
          \\frac34 ;; 3∕4
          \\frac34 ;; ¾
          -\\frac12 ;; −½
          \\frac72 ;; 3½
          6 ;; (2)3
          -\\frac13 ;; (-1)\\frac13
          \\frac23 ;; (2)\\frac13
          \\frac1{19} ;; 0.052632
          \\frac1{216} ;; 0.004630
          \\frac13 ;; 0.333333
          0.3 ;; 0.30000000000000004
          5050 ;; \\sum_{i=1}^{100} i
          63 ;; \\sum_{i=0}^5 2^i
          \\frac{n(n+1)(2n+1)}{6} ;; \\sum_{i=1}^n i^2
          x>2 ;; x\\in(2,\\infty)
          2<x<3 ;; x\\in(2,3)
          x\\in(2,\\infty) ;; x>2
          0<a<b<1 ;; 1>b>a>0
          a\\le b\\le c ;; c\\ge b\\ge a
          \\sqrt{x^3} ;; x\\sqrt x
          \\sqrt{xy} ;; \\sqrt x\\sqrt y
          \\sqrt{8x^3} ;; 2x\\sqrt{2x}
          2x ;; \\frac{\\sqrt{12x^3}}{\\sqrt{3x}}
          \\ln x^3 ;; 3\\ln x
          x^{ab} ;; (x^a)^b
          x=1, y=2 ;; \\left\\{\\begin{array}{l}x=1\\\\y=2\\end{array}\\right.
          x=1, y=2 ;; \\begin{cases}x=1\\\\y=2\\end{cases}
          x=1, y=2 ;; \\begin{aligned}x&=1\\\\y&=2\\end{aligned}
          \\begin{cases}1&x>0\\\\0&x\\le0\\end{cases} ;; \\begin{cases}0&\\text{if } x\\le 0\\\\1&\\text{if } x>0\\end{cases}
          f(x)=\\begin{cases}x^2&x>0\\\\-x&x\\le0\\end{cases} ;; \\begin{cases}x^2,&x>0\\\\-x,&x\\le0\\end{cases}
          5\\text{ hours} ;; 5\\text{ hrs}
          5\\text{ mph} ;; 5\\text{ miles per hour}
          5\\text{ km/h} ;; 5\\text{ kilometers per hour}
          5\\text{ m/s} ;; 5\\text{ meters per second}
          5\\text{ m/s} ;; 5\\ \\text{m}/\\text{s}
          \\$15\\text{ per hour} ;; 15\\text{ dollars per hour}
          15\\text{ cents} ;; 15\\cent
          2000000 ;; 2\\text{ million}
          \\$2,000,000 ;; \\$2\\text{ million}
          15000 ;; 15\\text{ thousand dollars}
          60 ;; 5\\text{ dozen}
          15 ;; 15\\text{ apples}
          15 ;; 15\\text{ red apples}
          20 ;; 20\\text{ square units}
          3:2 ;; 6:4
          f(x)=x+1 ;; x+1
          y=x+1 ;; x+1
          A, C ;; \\text{A and C}
          5,7,9 ;; \\text{5, 7, and 9}
          \\frac34 ;; \\frac34\\text{ or }0.75
          \\{1,2,\\dots,10\\} ;; \\{1,2,\\ldots,10\\}
          \\{1,2,\\dots,5\\} ;; \\{1,2,3,4,5\\}
          \\{2\\} ;; \\{1,2\\}\\cap\\{2,3\\}
          \\mathbb R\\setminus\\{2\\} ;; \\mathbb R-\\{2\\}
          \\mathbb{R} ;; \\text{all real numbers}
          (-\\infty,\\infty) ;; \\text{all real numbers}
          \\emptyset ;; \\text{no solution}
          \\frac13 ;; 0.333\\ldots
          \\frac16 ;; 0.1666...
          30^\\circ ;; {\\displaystyle 30^\\circ.}
          43_5 ;; (43_5.)
          6 ;; \\text{lcm}(2,3)
          3 ;; \\min\\{3,5\\}
          3i-2j ;; 3i-2j
          (3,-2) ;; 3\\vec i-2\\vec j
          (3,-2) ;; 3\\hat{\\imath}-2\\hat{\\jmath}
          \\begin{pmatrix}1\\\\2\\end{pmatrix} ;; \\begin{pmatrix}1&2\\end{pmatrix}^T
          n! ;; n!
          a=2, b=3 ;; (a,b)=(2,3)
          (a,b)=(2,3) ;; b=3, a=2
          \\sum_{k=1}^\\infty\\frac1{k^3} ;; \\sum_{n=1}^\\infty\\frac1{n^3}
          71 ;; \\color{red}{71}
          71 ;; \\textcolor{blue}{71}
          71 ;; \\large 71
          71 ;; \\underline{71}
          71 ;; \\text{Result: } 71
          -8y^3 ;; \\left(-1\\right) 8 y^{3}
          4\\frac{113}{150} ;; 4 113/150
          \\frac{11}{17} ;; 11⁄17
          \\frac{5}{12321} ;; 0.00040581
          7\\sqrt{11} ;; 7\\sqrt{11}\\text{ meters}
          2B_{13} ;; \\mathrm{2B}_{13}
          25 ;; \\text{The total is }25
          25 ;; \\text{Total: }25
          25 ;; \\text{approximately }25
          37^\\circ 30' ;; 37.5^\\circ
          -1 ;; \\lim_{x\\to0^-}\\frac{|x|}{x}
          1 ;; \\lim_{x\\to0^{+}}\\frac{|x|}{x}
          (1,2) ;; y=2,x=1
          (1,2,3) ;; z=3,y=2,x=1
          \\{5\\} ;; 5
          3 ;; \\log_5 125
          25 ;; 25 men
          25 ;; 25 years old
          \\frac34 ;; 3/4 cup
          25 ;; 25 red marbles
          1,2,144 ;; \\{1,2,144\\}
          1,2,144 ;; 144, 2, 1
          x\\equiv4\\pmod7 ;; x\\equiv4\\ (\\text{mod }7)
          x\\equiv4\\pmod7 ;; x\\equiv 11\\ (\\mathrm{mod}\\ 7)
          4 ;; -3 \\bmod 7
          81 ;; \\max = 81
          1,3 ;; 1,3,3
          C ;; (C) 25
          25 ;; (C) 25
          \\sqrt{x^3} ;; x\\sqrt x
          \\ln x^3 ;; 3\\ln x
          \\tan\\frac t2 ;; \\frac{\\sin t}{1+\\cos t}
          25 ;; Answer: 25
          25 ;; The answer is 25
          25 ;; \\text{Answer: 25}
          25 ;; \\text{The answer is 25}
          x^2 ;; The answer is x^2
          \\text{even} ;; \\text{even}
          4:3 ;; 4:3
          \\text{Area: 5} ;; 5
          """)
  void theSameMeaningIsEqual(String gold, String answer) {
    Verdict verdict = DEFAULT.compare(gold, answer);
    assertThat(verdict.status()).as("%s", verdict).isEqualTo(Status.EQUAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = ";;",
      textBlock =
          """
          0.5 ;; 0.51
          0.0000003 ;; 0.0000004
          1,250 ;; 1,250,000
          0.5\\% ;; 0.5
          40\\text{ feet} ;; 40\\text{ inches}
          \\$5 ;; 5\\text{ cents}
          6 ;; 6m
          30^\\circ ;; 30'
          1011_2 ;; 1011_3
          \\sqrt{50} ;; 5\\sqrt{3}
          \\sqrt{3}-\\sqrt{2} ;; \\sqrt{2}-\\sqrt{3}
          3+2i ;; 3-2i
          \\pi ;; \\frac{22}{7}
          5! ;; 5
          x+1 ;; x+2
          x+1 ;; y+1
          x^2 ;; x^2 + C
          1, 2 ;; 1, 2, 3
          1, 2 ;; 1
          7 ;; 6 \\text{ or } 7
          (1, 2) ;; (2, 1)
          (1, 2) ;; [1, 2]
          [0, 1) ;; 0 \\le x \\le 1
          2 \\pm \\sqrt{3} ;; 2+\\sqrt{3}
          x = 2, y = 3 ;; x = 3, y = 2
          y = 2x + 1 ;; y = 2x - 1
          x^2 + 5 = 0 ;; x^2 + 3 = 0
          x > 3 ;; x \\ge 3
          42 ;; 41 = 42
          42 ;; x
          2x + z = 1 ;; 1
          \\begin{pmatrix} 1 & 2 \\end{pmatrix} ;; \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}
          3:4 ;; 4:3
          x \\equiv 5 \\pmod{7} ;; x \\equiv 5 \\pmod{9}
          odd ;; \\text{not odd}
          \\text{B} ;; \\text{B and D}
          \\infty ;; 10^{100}
          \\infty ;; -\\infty
          0 ;; \\frac{1}{0}
          1-\\frac1e ;; 1+\\frac1e
          15 ;; \\text{negative }15
          15 ;; \\text{not }15
          15 ;; \\text{at least }15
          \\text{(C)} ;; \\textbf{(D) } 25
          24 ;; \\textbf{(D) } 25
          6 ;; 2x=6
          25 ;; x^2=25
          \\frac13 ;; 0.3333
          0.0000001 ;; 0.0000002
          a\\le b\\le c ;; c\\le b\\le a
          \\sqrt{x^2} ;; x
          \\begin{cases}1&x>0\\\\0&x\\le0\\end{cases} ;; \\begin{cases}0&x>0\\\\1&x\\le0\\end{cases}
          \\begin{cases}1&x>0\\\\0&x\\le0\\end{cases} ;; 0,1
          15 ;; 15\\text{ million}
          15 ;; 15\\text{ is incorrect}
          15 ;; 15\\text{ or more}
          15 ;; 15\\text{ at least}
          15 ;; 15\\text{ squared}
          15 ;; 15\\text{ factorial}
          2\\times10^3\\text{ g} ;; 2\\times10^3\\text{ kg}
          3+\\sqrt2\\text{ cm} ;; 3+\\sqrt2\\text{ km}
          20\\text{ square units} ;; 20\\text{ cubic units}
          1A2_{11} ;; 1A2_{12}
          12:00 ;; 24:00
          5:00 ;; 7:00
          y=2x+3 ;; q=2x+3
          f(x)=x+1 ;; g(x)=x+1
          \\$5 ;; 5\\%
          \\emptyset ;; \\{\\emptyset\\}
          A ;; \\text{A and C}
          \\frac34 ;; \\frac34\\text{ or }0.76
          7\\sqrt{11}\\text{ feet} ;; 7\\sqrt{11}\\text{ inches}
          45\\pi\\mbox{ square feet} ;; 45\\pi\\mbox{ cubic feet}
          381,000 ;; 381,00
          19,000 ;; 19,0000
          2B_{13} ;; 2B_{14}
          25 ;; \\text{half of }25
          25 ;; \\text{square root of }25
          25 ;; \\text{up to }25
          25 ;; \\text{isn't }25
          25 ;; \\text{multiples of }25
          12 ;; 3\\text{ weeks }4\\text{ days}
          12 ;; 3\\text{ out of }4
          12 ;; 3\\text{ choose }4
          37^\\circ 30' ;; 30^\\circ 37'
          |a+b| ;; |a|+|b|
          |x-1| ;; 1-x
          \\sqrt{(x-3)^2} ;; 3-x
          \\sqrt{(x-2)^2(y-3)^2} ;; (x-2)(y-3)
          -1 ;; \\sum_{n=0}^\\infty 2^n
          \\frac12 ;; \\sum_{n=0}^\\infty(-1)^n
          \\frac14 ;; \\sum_{n=1}^\\infty(-1)^{n+1}n
          1 ;; \\lim_{x\\to0}\\frac{|x|}{x}
          (2,-3) ;; y=2,x=-3
          \\{\\{1\\},\\{2\\}\\} ;; \\{1,2\\}
          -1,3,3 ;; -1,3,-1
          25 ;; The answer is not 25
          25 ;; The answer is at least 25
          3 ;; ratio of 4 to 3
          \\text{Team A: 5} ;; 6
          """)
  void anotherMeaningIsNot(String gold, String answer) {
    Verdict verdict = DEFAULT.compare(gold, answer);
    assertThat(verdict.correct()).as("%s", verdict).isFalse();
  }

  @Test
  void aVerdictTellsWhatWasFoundAndWhichRuleDecided() {
    Verdict verdict = DEFAULT.verify("\\frac{3}{4}", "Half of it, so \\boxed{0.75}.");
    assertThat(verdict.status()).isEqualTo(Status.EQUAL);
    assertThat(verdict.rule()).isEqualTo("rational");
    FoundAnswer answer = Objects.requireNonNull(verdict.answer());
    assertThat(answer.text()).isEqualTo("0.75");
    assertThat(answer.rule()).isEqualTo(ExtractionRule.BOXED);
    assertThat(verdict.goldForm()).isEqualTo("3/4");
    assertThat(verdict.nanos()).isPositive();
  }

  @Test
  void anUnmarkedAnswerCountsByDefaultAndNotForOpenR1() {
    assertThat(DEFAULT.verify("12", "We get 12").correct()).isTrue();
    assertThat(OPEN_R1.verify("12", "We get 12").status()).isEqualTo(Status.NO_ANSWER);
    assertThat(OPEN_R1.verify("12", "We get \\boxed{12}").correct()).isTrue();
    assertThat(OPEN_R1.verify("  ", "\\boxed{12}").status()).isEqualTo(Status.NO_GOLD);
  }

  @Test
  void aFactorialIsNoExclamation() {
    assertThat(DEFAULT.verify("k!", "The answer is $k$.").correct()).isFalse();
    assertThat(DEFAULT.verify("k!", "The answer is $k!$.").correct()).isTrue();
  }

  @Test
  void decimalsAreComparedToTheWantedPlaces() {
    Strictness two = new Strictness(2, 50, true, true);
    AnswerVerifier loose =
        new AnswerVerifier(
            new VerifierOptions(
                VerifierOptions.DEFAULT.gold(),
                VerifierOptions.DEFAULT.answer(),
                two,
                Limits.DEFAULT));
    assertThat(loose.compare("\\frac13", "0.33").correct()).isTrue();
    assertThat(DEFAULT.compare("\\frac13", "0.33").correct()).isFalse();
    assertThat(DEFAULT.compare("\\frac13", "0.333333").correct()).isTrue();
    assertThat(DEFAULT.compare("\\sqrt2", "1.414214").correct()).isTrue();
  }

  @Test
  void aSetAgainstARelationCanBeRefused() {
    AnswerVerifier strict =
        new AnswerVerifier(
            new VerifierOptions(
                VerifierOptions.DEFAULT.gold(),
                VerifierOptions.DEFAULT.answer(),
                new Strictness(6, 50, false, true),
                Limits.DEFAULT));
    assertThat(strict.compare("[1, 2]", "1 \\le x \\le 2").correct()).isFalse();
    assertThat(DEFAULT.compare("[1, 2]", "1 \\le x \\le 2").correct()).isTrue();
  }

  @Test
  void whatIsBeyondTheBoundsIsUndecidedAndSaysWhich() {
    assertThat(DEFAULT.compare("1", "9^{9^{9^9}}").rule()).isEqualTo("limit_digits");
    assertThat(DEFAULT.compare("1", "(10^{12})!").status()).isEqualTo(Status.UNDECIDED);
    assertThat(DEFAULT.compare("1", "1" + "+1".repeat(30_000)).rule()).isEqualTo("length");
    assertThat(DEFAULT.compare("1", "(".repeat(500) + "1" + ")".repeat(500)).rule())
        .isEqualTo("not_parsed");
  }

  @Test
  void workIsTheSameInEveryRun() {
    String gold = "\\sqrt{7+2\\sqrt{10}}";
    Verdict first = DEFAULT.compare(gold, "\\sqrt5+\\sqrt2");
    Verdict second = DEFAULT.compare(gold, "\\sqrt5+\\sqrt2");
    assertThat(first.work()).isEqualTo(second.work()).isPositive();
  }

  @Test
  void manyVirtualThreadsGetTheSameVerdicts() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Verdict>> verdicts =
          IntStream.range(0, 200)
              .mapToObj(i -> threads.submit(() -> DEFAULT.compare("x^2-1", "(x-1)(x+1)")))
              .toList();
      for (Future<Verdict> verdict : verdicts) {
        assertThat(verdict.get().correct()).isTrue();
      }
    }
  }
}
