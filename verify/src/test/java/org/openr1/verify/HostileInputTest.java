package org.openr1.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts made to hang, to overflow or to fool a verifier: a verdict within a second, never equal.
 */
class HostileInputTest {
  private static final AnswerVerifier DEFAULT = new AnswerVerifier(VerifierOptions.DEFAULT);
  private static final AnswerVerifier OPEN_R1 = new AnswerVerifier(VerifierOptions.OPEN_R1);

  private static final long MOST_BYTES = 64L << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<Arguments> texts() {
    return Stream.of(
        row("braces", "\\boxed{" + "{".repeat(100_000) + "5" + "}".repeat(100_000) + "}"),
        row("open braces", "\\boxed{" + "{".repeat(100_000)),
        row("closing braces", "\\boxed{4" + "}".repeat(100_000)),
        row("parentheses", "\\boxed{" + "(".repeat(100_000) + "5" + ")".repeat(100_000) + "}"),
        row("brackets of every kind", "\\boxed{" + "([\\{|".repeat(20_000) + "}"),
        row("tower", "\\boxed{9^{9^{9^{9}}}}"),
        row("starred tower", "\\boxed{9**9**9**9}"),
        row("power of ten", "\\boxed{10^{10^8}}"),
        row("negative power of ten", "\\boxed{10^{-10^8}}"),
        row("root of a tower", "\\boxed{\\sqrt[9^9]{9^{9^9}}}"),
        row("million digits", "\\boxed{" + "8".repeat(1_000_000) + "}"),
        row("million decimals", "\\boxed{0." + "8".repeat(1_000_000) + "}"),
        row("factorial", "\\boxed{(10^{15})!}"),
        row("factorials of factorials", "\\boxed{9" + "!".repeat(50_000) + "}"),
        row("binomial", "\\boxed{\\binom{10^{12}}{10^{11}}}"),
        row("nested binomials", "\\boxed{\\binom{\\binom{99}{49}}{\\binom{98}{49}}}"),
        row("sum", "\\boxed{\\sum_{k=1}^{10^{9}} k}"),
        row("nested sums", "\\boxed{\\sum_{a=1}^{999}\\sum_{b=1}^{999}\\sum_{c=1}^{999} abc}"),
        row("product", "\\boxed{\\prod_{k=1}^{10^{7}} k}"),
        row("fractions", "\\boxed{" + "\\frac{1}{1+".repeat(3_000) + "1" + "}".repeat(3_001)),
        row("roots", "\\boxed{" + "\\sqrt{2+".repeat(100) + "2" + "}".repeat(101)),
        row("exponent", "\\boxed{1e999999999}"),
        row("exponent of nines", "\\boxed{9e" + "9".repeat(1_000) + "}"),
        row("polynomial", "\\boxed{(a+b+c+d+f+g+h)^{900}}"),
        row("product of sums", "\\boxed{" + "(x+y+1)".repeat(2_000) + "}"),
        row("many variables", "\\boxed{(x_1" + plus(200) + ")^3}"),
        row("plus-minus", "\\boxed{0" + "\\pm 1".repeat(2_000) + "}"),
        row("list", "\\boxed{1" + ",1".repeat(9_000) + "}"),
        row("list of roots", "\\boxed{\\sqrt{2}" + ",\\sqrt{\\sqrt{3}+1}".repeat(600) + "}"),
        row("unions", "\\boxed{(0,1)" + "\\cup(0,1)".repeat(2_000) + "}"),
        row("matrix power", "\\boxed{\\begin{pmatrix}1&1\\\\1&0\\end{pmatrix}^{10^{12}}}"),
        row("determinant", "\\boxed{\\begin{vmatrix}" + matrix(12) + "\\end{vmatrix}}"),
        row("logarithm", "\\boxed{\\ln(10^{20000})}"),
        row("sine of a huge number", "\\boxed{\\sin(10^{5000})}"),
        row("tower of e", "\\boxed{e^{e^{e^{e^{e^{e}}}}}}"),
        row("absolute bars", "\\boxed{" + "|".repeat(9_001) + "5}"),
        row("chain", "\\boxed{x" + "=x".repeat(9_000) + "}"),
        row("NUL", "\\boxed{4\u00002}"),
        row("bidirectional marks", "\\boxed{\u202e24\u202c}"),
        row("unpaired surrogates", "\\boxed{\ud800\udc00\ud800}"),
        row("ten megabytes", "so it goes on and on ".repeat(500_000)),
        row("ten megabytes of dollars", "$".repeat(5_000_000)),
        row("answers", "the answer is ".repeat(200_000)),
        row("boxes", "\\boxed{".repeat(200_000)),
        row("backslashes", "\\".repeat(1_000_001)),
        row("regular expression", "a".repeat(50_000) + "! \\boxed{5}"),
        row("numbers", "1,".repeat(500_000)),
        row("text commands", "\\boxed{" + "\\text{".repeat(5_000) + "5" + "}".repeat(5_001)));
  }

  private static Arguments row(String name, String completion) {
    return Arguments.of(name, completion);
  }

  private static String plus(int variables) {
    StringBuilder sum = new StringBuilder();
    for (int i = 2; i <= variables; i++) {
      sum.append("+x_{").append(i).append('}');
    }
    return sum.toString();
  }

  private static String matrix(int size) {
    return ("1" + " & 2".repeat(size - 1) + "\\\\").repeat(size);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void aVerdictComesWithinASecondAndIsNotEqual(String name, String completion) {
    for (AnswerVerifier verifier : new AnswerVerifier[] {DEFAULT, OPEN_R1}) {
      long start = System.nanoTime();
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
      Verdict verdict = verifier.verify("42", completion);
      long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
      assertThat((System.nanoTime() - start) / 1_000_000).as(name).isLessThan(1_000);
      assertThat(allocated).as("%s allocates", name).isLessThan(MOST_BYTES);
      assertThat(verdict.correct()).as("%s %s", name, verdict.rule()).isFalse();
      assertThat(verifier.verify(completion, "\\boxed{42}").correct()).as(name).isFalse();
    }
  }
}
