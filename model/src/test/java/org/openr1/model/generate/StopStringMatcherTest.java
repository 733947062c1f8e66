package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopStringMatcherTest {
  @Test
  void findsAStopStringThatSpansPieces() {
    StopStringMatcher matcher = new StopStringMatcher(List.of("</answer>"));
    assertThat(matcher.append("so <ans")).isEqualTo("so <ans");
    assertThat(matcher.append("wer>4</an")).isEqualTo("wer>4");
    assertThat(matcher.matched()).isFalse();
    assertThat(matcher.append("swer> and")).isEmpty();
    assertThat(matcher.matched()).isTrue();
    assertThat(matcher.text()).isEqualTo("so <answer>4");
    assertThat(matcher.finish()).isEmpty();
  }

  @Test
  void holdsBackOnlyWhatMayStillBecomeAStopString() {
    StopStringMatcher matcher = new StopStringMatcher(List.of("aab"));
    assertThat(matcher.append("xa")).isEqualTo("x");
    assertThat(matcher.append("a")).isEmpty();
    assertThat(matcher.append("a")).isEqualTo("a");
    assertThat(matcher.append("c")).isEqualTo("aac");
    assertThat(matcher.append("a")).isEmpty();
    assertThat(matcher.finish()).isEqualTo("a");
    assertThat(matcher.text()).isEqualTo("xaaaca");
  }

  @Test
  void takesTheEarliestOfSeveralStopStrings() {
    StopStringMatcher matcher = new StopStringMatcher(List.of("lo w", "ell"));
    matcher.append("hello world");
    assertThat(matcher.text()).isEqualTo("h");
  }

  @Test
  void withoutStopStringsEverythingIsShownAtOnce() {
    StopStringMatcher matcher = new StopStringMatcher(List.of());
    assertThat(matcher.append("abc")).isEqualTo("abc");
    assertThat(matcher.finish()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void piecesShownAreTheTextBeforeTheFirstMatch(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      String text = letters(random, 30);
      List<String> stops = List.of(letters(random, 1 + random.nextInt(3)), letters(random, 4));
      StopStringMatcher matcher = new StopStringMatcher(stops);
      StringBuilder shown = new StringBuilder();
      for (int from = 0; from < text.length(); ) {
        int to = Math.min(text.length(), from + 1 + random.nextInt(3));
        shown.append(matcher.append(text.substring(from, to)));
        if (matcher.matched()) {
          break;
        }
        from = to;
      }
      shown.append(matcher.finish());
      int first = text.length();
      for (String stop : stops) {
        int at = text.indexOf(stop);
        first = at < 0 ? first : Math.min(first, at);
      }
      // Found as soon as it is complete: a longer stop string that begins earlier may end later.
      if (matcher.matched()) {
        String before = matcher.text();
        assertThat(text).startsWith(before);
        assertThat(stops).anyMatch(stop -> text.startsWith(stop, before.length()));
        assertThat(before.length()).isGreaterThanOrEqualTo(first);
        assertThat(shown.toString()).isEqualTo(before);
      } else {
        assertThat(first).isEqualTo(text.length());
        assertThat(shown.toString()).isEqualTo(text);
      }
    }
  }

  private static String letters(Random random, int length) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < length; i++) {
      result.append((char) ('a' + random.nextInt(3)));
    }
    return result.toString();
  }
}
