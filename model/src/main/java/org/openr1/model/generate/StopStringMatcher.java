package org.openr1.model.generate;

import java.util.List;

/**
 * Looks for stop strings in text that arrives in pieces and tells which part of it can already be
 * shown: the longest end of the text that might still grow into a stop string is held back.
 */
final class StopStringMatcher {
  private final List<String> stops;
  private final int longest;
  private final StringBuilder text = new StringBuilder();
  private int shown;
  private int match = -1;

  StopStringMatcher(List<String> stops) {
    this.stops = List.copyOf(stops);
    this.longest = stops.stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * Takes the next piece and gives what can be shown now; after a match nothing more.
   *
   * @return text that is certainly not part of a stop string, possibly empty
   */
  String append(String piece) {
    if (match >= 0) {
      return "";
    }
    int from = Math.max(0, text.length() - longest + 1);
    text.append(piece);
    for (String stop : stops) {
      int at = text.indexOf(stop, from);
      if (at >= 0 && (match < 0 || at < match)) {
        match = at;
      }
    }
    int end = match >= 0 ? match : text.length() - heldBack();
    return show(end);
  }

  /** What was held back, once no further text can come. */
  String finish() {
    return show(match >= 0 ? match : text.length());
  }

  /** Whether a stop string has been seen. */
  boolean matched() {
    return match >= 0;
  }

  /** The text so far, cut before the stop string. */
  String text() {
    return match >= 0 ? text.substring(0, match) : text.toString();
  }

  private String show(int end) {
    if (end <= shown) {
      return "";
    }
    String piece = text.substring(shown, end);
    shown = end;
    return piece;
  }

  private int heldBack() {
    for (int length = Math.min(longest - 1, text.length()); length > 0; length--) {
      int start = text.length() - length;
      for (String stop : stops) {
        if (length < stop.length() && stop.startsWith(text.substring(start))) {
          return length;
        }
      }
    }
    return 0;
  }
}
