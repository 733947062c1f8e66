package org.openr1.data.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openr1.data.duplicates.TextNormalisation.FOLDED;
import static org.openr1.data.duplicates.TextNormalisation.NONE;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ExactDuplicatesTest {
  @TempDir private Path folder;
  private SpillSpace space;

  @BeforeEach
  void open() {
    space = SpillSpace.open(folder, "exact");
  }

  @AfterEach
  void close() {
    space.close();
  }

  @Test
  void theFirstRowWithTheSameTextIsNamed() {
    try (ExactDuplicates exact = new ExactDuplicates(space, 10)) {
      assertThat(exact.firstSeen(4, "a text")).isEmpty();
      assertThat(exact.firstSeen(5, "a text ")).isEmpty();
      assertThat(exact.firstSeen(7, "a text")).isEqualTo(OptionalLong.of(4));
      assertThat(exact.firstSeen(8, "a text")).isEqualTo(OptionalLong.of(4));
      assertThat(exact.firstSeen(9, "")).isEmpty();
      assertThat(exact.firstSeen(10, "")).isEqualTo(OptionalLong.of(9));
      assertThatThrownBy(() -> exact.firstSeen(10, "b"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("10 after 10");
    }
  }

  @Test
  void charactersThatEncodersReplaceAreTold() {
    assertThat(Fingerprint.of("\ud800", NONE)).isNotEqualTo(Fingerprint.of("?", NONE));
    assertThat(Fingerprint.of("\ud800", NONE)).isNotEqualTo(Fingerprint.of("\ud801", NONE));
    // The same bytes, one or two of them a character.
    assertThat(Fingerprint.of("\u4e2d", NONE)).isNotEqualTo(Fingerprint.of("N-", NONE));
  }

  @Test
  void foldingForgivesCaseWhiteSpaceAndCompatibilityForms() {
    assertThat(FOLDED.apply("  \uff21 \u00a0\t B\u0085\ufb01n\u2028ΣΟΦΟΣ "))
        .isEqualTo("a b fin σοφοσ");
    assertThat(FOLDED.apply("e\u0301")).isEqualTo("\u00e9");
    try (ExactDuplicates exact = new ExactDuplicates(space, 10, FOLDED)) {
      assertThat(exact.firstSeen(0, "Two  words\n")).isEmpty();
      assertThat(exact.firstSeen(1, "two WORDS")).isEqualTo(OptionalLong.of(0));
      assertThat(exact.firstSeen(2, "two words.")).isEmpty();
    }
    assertThat(Fingerprint.of("A", NONE)).isNotEqualTo(Fingerprint.of("a", NONE));
  }

  @Test
  @Timeout(20)
  void endlessCombiningMarksTakeLinearTime() {
    String marks = "a" + "\u0301\u0316".repeat(500_000);
    assertThat(FOLDED.apply(marks)).hasSizeGreaterThan(900_000);
  }

  @Test
  void moreRowsThanExpectedAreFound() {
    findAll(new ExactDuplicates(space, 0, NONE));
    assertThat(space.peakBytes()).isZero();
  }

  @Test
  void tablesThatDoNotFitInMemoryAreFiles() {
    findAll(new ExactDuplicates(space, 0, NONE, 640));
    assertThat(space.peakBytes()).isPositive();
    findAll(new ExactDuplicates(space, 30_000, NONE, 640));
  }

  private static void findAll(ExactDuplicates exact) {
    int rows = 30_000;
    try (exact) {
      for (int row = 0; row < rows; row++) {
        assertThat(exact.firstSeen(row, "text " + row)).isEmpty();
      }
      for (int row = 0; row < rows; row++) {
        assertThat(exact.firstSeen(rows + row, "text " + row)).isEqualTo(OptionalLong.of(row));
      }
    }
  }

  @Test
  void fiveMillionRowsTakeTwoHundredMegabytes() {
    try (ExactDuplicates exact = new ExactDuplicates(space, 5_000_000)) {
      assertThat(exact.bytes()).isBetween(150_000_000L, 200_000_000L);
    }
  }
}
