package org.openr1.data.decontamination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are what Python 3.11 says. */
class PythonTextTest {
  @ParameterizedTest
  @CsvSource({
    "ABC, abc",
    "\u0130X, i\u0307x",
    "STRASSE \u1e9e \u00df, strasse \u00df \u00df",
    "\u03a3, \u03c3",
    "A\u03a3, a\u03c2",
    "A\u03a3B, a\u03c3b",
    "A\u03a3 B, a\u03c2 b",
    "A\u03a3.B, a\u03c3.b",
    "A\u03a3., a\u03c2.",
    "A.\u03a3, a.\u03c2",
    "A\u0301\u03a3\u0301, a\u0301\u03c2\u0301",
    "1\u03a3, 1\u03c3",
    "A \u03a3, a \u03c3",
    "A-\u03a3, a-\u03c3",
    "\u02b0\u03a3, \u02b0\u03c3",
    "\u01c5\u03a3, \u01c6\u03c2",
    "\ud801\udc00\u03a3, \ud801\udc28\u03c2",
    "\u24b6 \u2160, \u24d0 \u2170",
  })
  void lowerCaseIsPythons(String text, String lowered) {
    assertThat(PythonText.lower(text)).isEqualTo(lowered);
  }

  @Test
  @Timeout(20)
  void sigmasAmongIgnoredMarksTakeLinearTime() {
    String text = ("A" + "\u0301".repeat(1_000) + "\u03a3").repeat(500);
    assertThat(PythonText.lower(text)).hasSameSizeAs(text).endsWith("\u03c2");
    assertThat(PythonText.lower("\u03a3".repeat(500_000))).startsWith("\u03c3\u03c3");
  }

  @Test
  void whiteSpaceIsPythons() {
    List<Integer> spaces = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (PythonText.isSpace((char) c)) {
        spaces.add(c);
      }
    }
    assertThat(spaces)
        .containsExactly(
            9, 10, 11, 12, 13, 0x1C, 0x1D, 0x1E, 0x1F, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001,
            0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029,
            0x202F, 0x205F, 0x3000);
  }

  @Test
  void orderIsByCodePoints() {
    assertThat(PythonText.compare("a", "b")).isNegative();
    assertThat(PythonText.compare("ab", "a")).isPositive();
    assertThat(PythonText.compare("a", "a")).isZero();
    assertThat(PythonText.compare("\ud83d\ude00", "\uff01")).isPositive();
    assertThat(PythonText.compare("\ud83d\ude00", "\ud83d\ude01")).isNegative();
    assertThat(PythonText.compare("\ud83d", "\ud83d\ude01")).isNegative();
    assertThat(PythonText.compare("\ud83dz", "\ud83d\ude01")).isNegative();
  }
}
