package org.openr1.data.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Hello, World!|hello world",
        "5 - 3|5 - 3",
        "5-3=2|5 - 3 = 2",
        "5 \u2212 3 \u00d7 2|5 - 3 * 2",
        "**bold** and --- rules|bold and rules",
        "$\\frac{1}{2}$|frac 1 2",
        "1,000 and 1,000,000.50|1000 and 1000000.50",
        "f(1,2) and 1,2345 and 12345,678|f 1 2 and 1 2345 and 12345 678",
        "3.5 metres.|3.5 metres",
        "don't and don\u2019t 'quoted'|dont and dont quoted",
        "\u4e2d\u6587 text|\u4e2d \u6587 text",
        "\uff21\uff22 \u00c9t\u00e9 E\u0301te\u0301|ab \u00e9t\u00e9 \u00e9t\u00e9",
        "x_1 a\u2013b|x 1 a - b",
        "\u03a3\u039f\u03a6\u039f\u03a3"
            + " \u03c3\u03bf\u03c6\u03cc\u03c2|\u03c3\u03bf\u03c6\u03bf\u03c3"
            + " \u03c3\u03bf\u03c6\u03cc\u03c3",
        "?! ... \u201c\u201d|``",
      })
  void textIsSplitIntoWordsAndOperators(String text, String words) {
    assertThat(Words.of(text).joined()).isEqualTo(words);
    assertThat(Words.of(text).count()).isEqualTo(words.isEmpty() ? 0 : words.split(" ").length);
  }

  @Test
  void equalWordsHaveEqualShinglesAndOthersHaveOthers() {
    assertThat(Words.of("One, TWO three.").shingles(2))
        .isEqualTo(Words.of("one two  three").shingles(2))
        .hasSize(2);
    assertThat(Words.of("don't pay 1,000").shingles(3))
        .isEqualTo(Words.of("dont pay 1000").shingles(3));
    Set<Long> shingles = new HashSet<>();
    int count = 0;
    for (String text : new String[] {"a b c", "a c b", "ab c", "a bc", "b a", "a - b", "a * b"}) {
      for (long shingle : Words.of(text).shingles(2)) {
        shingles.add(shingle);
        count++;
      }
    }
    // "c b" and the rest are different; none is the same pair of words.
    assertThat(shingles).hasSize(count);
  }

  @Test
  void rollingShinglesAreThoseOfTheirWordsAlone() {
    Words words = Words.of("one two three four five six seven");
    long[] shingles = words.shingles(3);
    assertThat(shingles).hasSize(5);
    for (int i = 0; i < shingles.length; i++) {
      assertThat(Words.of(words.join(i, i + 3)).shingles(3)).containsExactly(shingles[i]);
    }
  }

  @Test
  void aShortTextHasOneShingleAndAnEmptyOneNone() {
    assertThat(Words.of("one two").shingles(5)).hasSize(1);
    assertThat(Words.of("one two").shingles(5)).isEqualTo(Words.of("One: two").shingles(7));
    assertThat(Words.of("").shingles(5)).isEmpty();
    assertThatThrownBy(() -> Words.of("a").shingles(0)).hasMessageContaining("0");
  }

  @Test
  @Timeout(20)
  void hostileTextsTakeLinearTime() {
    for (String piece :
        new String[] {"1,000", "\u0301\u0316", "-", "'", "a'", "1,", "\u4e2d", "\ud83d"}) {
      String text = piece.repeat(1_000_000 / piece.length());
      assertThat(Words.of(text).count()).isGreaterThanOrEqualTo(0);
    }
  }
}
