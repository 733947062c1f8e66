import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.openr1.verify.AnswerVerifier;
import org.openr1.verify.Verdict;
import org.openr1.verify.VerifierOptions;

/**
 * One side of bench/verifier_speed.py: verifies pairs from a file of lines "gold TAB answer" in
 * Base64. The first file only warms the machine up; every pair of the second is verified once.
 * Nothing is kept between calls.
 */
public final class VerifierSpeed {
  private static final int WARM_UP_ROUNDS = 300;

  public static void main(String[] arguments) throws Exception {
    VerifierOptions options =
        arguments[0].equals("open_r1") ? VerifierOptions.OPEN_R1 : VerifierOptions.DEFAULT;
    AnswerVerifier verifier = new AnswerVerifier(options);
    List<String[]> warmUp = read(arguments[1]);
    List<String[]> pairs = read(arguments[2]);
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (String[] pair : warmUp) {
        verifier.verify(pair[0], pair[1]);
      }
    }
    long[] nanos = new long[pairs.size()];
    StringBuilder verdicts = new StringBuilder();
    long start = System.nanoTime();
    for (int i = 0; i < nanos.length; i++) {
      Verdict verdict = verifier.verify(pairs.get(i)[0], pairs.get(i)[1]);
      nanos[i] = verdict.nanos();
      verdicts.append(verdict.correct() ? '1' : '0');
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        "{\"seconds\": %.6f, \"p50_us\": %.2f, \"p99_us\": %.1f, \"p999_us\": %.1f, \"worst_us\":"
            + " %.1f, \"verdicts\": \"%s\"}%n",
        seconds, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 0.999), at(nanos, 1), verdicts);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e3;
  }

  private static List<String[]> read(String file) throws Exception {
    List<String[]> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(file))) {
      String[] fields = line.split("\t", -1);
      pairs.add(new String[] {decoded(fields[0]), decoded(fields[1])});
    }
    return pairs;
  }

  private static String decoded(String field) {
    return new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8);
  }
}
