package org.openr1.data.decontamination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.data.duplicates.ExactDuplicates;
import org.openr1.data.duplicates.Fingerprint;
import org.openr1.data.duplicates.GeneratedTexts;
import org.openr1.data.duplicates.Matches;
import org.openr1.data.duplicates.NearDuplicates;
import org.openr1.data.duplicates.SpillSpace;
import org.openr1.data.duplicates.TextNormalisation;

/**
 * A data set that is never in memory as a whole, {@code -Dopenr1.rows} rows (20,000) of 2 kB made
 * on the fly, through all three filters.
 */
class StreamingScaleTest {
  private static final int ROWS = Integer.getInteger("openr1.rows", 20_000);
  private static final int BATCH = 8_192;
  private static final int WORDS = 365;
  private static final int QUESTIONS = 500;

  @TempDir private Path folder;

  /** What was planted in a row. */
  private enum Kind {
    ORIGINAL,
    EXACT,
    NEAR,
    CONTAMINATED
  }

  private static Kind kind(int row) {
    return switch (row % 100) {
      case 7, 27, 47, 67, 87 -> Kind.EXACT;
      case 13, 33, 53, 73, 93 -> Kind.NEAR;
      case 31, 81 -> Kind.CONTAMINATED;
      default -> Kind.ORIGINAL;
    };
  }

  /** The original that a planted row was made from; rows of full hundreds are originals. */
  private static int source(int row) {
    return new SplittableRandom(~row).nextInt(row / 100 + 1) * 100;
  }

  private static String text(int row) {
    SplittableRandom random = new SplittableRandom(row);
    return switch (kind(row)) {
      case ORIGINAL -> String.join(" ", GeneratedTexts.words(random, WORDS));
      case EXACT -> text(source(row));
      case NEAR -> {
        List<String> words = GeneratedTexts.words(new SplittableRandom(source(row)), WORDS);
        yield String.join(" ", GeneratedTexts.edited(words, random, random.nextInt(1, 4)));
      }
      case CONTAMINATED -> {
        List<String> words = GeneratedTexts.words(random, WORDS);
        int at = random.nextInt(words.size());
        yield String.join(" ", words.subList(0, at))
            + "\n"
            + question(random.nextInt(QUESTIONS))
            + "\n"
            + String.join(" ", words.subList(at, words.size()));
      }
    };
  }

  private static String question(int number) {
    return String.join(" ", GeneratedTexts.words(new SplittableRandom(-1L - number), 40));
  }

  private static BenchmarkIndex benchmarks() {
    BenchmarkIndex.Builder builder = BenchmarkIndex.builder(DecontaminationMethod.ngrams(13));
    for (int i = 0; i < QUESTIONS; i++) {
      builder.add(i % 2 == 0 ? "first" : "second", Integer.toString(i), question(i));
    }
    return builder.build();
  }

  @Test
  void whatWasPlantedIsFoundInBoundedMemory() throws IOException {
    long start = System.nanoTime();
    BenchmarkIndex index = benchmarks();
    Found found = new Found();
    try (SpillSpace space = SpillSpace.open(folder, "scale");
        ExactDuplicates exact = new ExactDuplicates(space, ROWS);
        NearDuplicates near = new NearDuplicates(space)) {
      space.require(near.bytesPerRow() * ROWS);
      for (int first = 0; first < ROWS; first += BATCH) {
        batch(first, Math.min(ROWS, first + BATCH), index, exact, near, found);
      }
      double added = (System.nanoTime() - start) / 1e9;
      Matches matches = near.finish();
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%,d rows: %.1f s to read and sign (%,.0f rows/s), %.1f s to finish%n",
          ROWS, added, ROWS / added, seconds - added);
      System.out.printf(
          "spilled %,d bytes at most (%d allowed a row), fingerprints %,d bytes%n",
          space.peakBytes(), near.bytesPerRow(), exact.bytes());
      System.out.println(memory());
      check(matches, found);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static final class Found {
    private int exact;
    private int contaminated;
    private final List<Integer> wrong = new ArrayList<>();
  }

  private static void batch(
      int from,
      int to,
      BenchmarkIndex index,
      ExactDuplicates exact,
      NearDuplicates near,
      Found found) {
    String[] texts = new String[to - from];
    Fingerprint[] fingerprints = new Fingerprint[texts.length];
    boolean[] drop = new boolean[texts.length];
    IntStream.range(0, texts.length)
        .parallel()
        .forEach(
            i -> {
              texts[i] = text(from + i);
              fingerprints[i] = Fingerprint.of(texts[i], TextNormalisation.NONE);
              drop[i] = index.isContaminated(texts[i]);
            });
    for (int i = 0; i < texts.length; i++) {
      int row = from + i;
      OptionalLong earlier = exact.firstSeen(row, fingerprints[i]);
      found.exact += earlier.isPresent() ? 1 : 0;
      found.contaminated += drop[i] ? 1 : 0;
      boolean right = drop[i] == (kind(row) == Kind.CONTAMINATED) && isRight(row, earlier);
      if (!right) {
        found.wrong.add(row);
      }
      drop[i] |= earlier.isPresent();
    }
    IntStream.range(0, texts.length)
        .parallel()
        .filter(i -> !drop[i])
        .forEach(i -> near.add(from + i, texts[i]));
  }

  private static boolean isRight(int row, OptionalLong earlier) {
    return switch (kind(row)) {
      case EXACT -> earlier.equals(OptionalLong.of(source(row)));
      // Two edits of one original may be the same.
      case NEAR -> earlier.isEmpty() || text(row).equals(text((int) earlier.getAsLong()));
      case ORIGINAL, CONTAMINATED -> earlier.isEmpty();
    };
  }

  private static void check(Matches matches, Found found) {
    int planted = 0;
    int recalled = 0;
    int wrong = 0;
    for (int row = 0; row < ROWS; row++) {
      if (kind(row) == Kind.NEAR) {
        planted++;
        int source = source(row);
        recalled += matches.of(row).filter(match -> match.earlier() == source).isPresent() ? 1 : 0;
      } else if (matches.isDuplicate(row)) {
        wrong++;
      }
    }
    System.out.printf(
        "exact %,d, contaminated %,d, near %,d of %,d (%.3f %%), wrongly near %d%n",
        found.exact, found.contaminated, recalled, planted, 100.0 * recalled / planted, wrong);
    assertThat(found.wrong).isEmpty();
    assertThat(found.exact).isBetween(ROWS / 100 * 5, ROWS / 100 * 5 + ROWS / 1_000);
    assertThat(found.contaminated).isEqualTo(ROWS / 100 * 2);
    assertThat((double) recalled / planted).isGreaterThan(0.99);
    assertThat(wrong).isZero();
  }

  private static String memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "resident memory unknown: no " + status;
    }
    return String.join(
        ", ",
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
            .map(line -> line.replaceAll("\\s+", " "))
            .toList());
  }
}
