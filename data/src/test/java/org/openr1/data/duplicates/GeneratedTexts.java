package org.openr1.data.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Texts of made-up words, and changed copies of them; the same in every run. */
public final class GeneratedTexts {
  private static final String[] VOCABULARY = vocabulary(20_000);

  private GeneratedTexts() {}

  private static String[] vocabulary(int size) {
    SplittableRandom random = new SplittableRandom(7);
    Set<String> words = new HashSet<>();
    List<String> ordered = new ArrayList<>();
    while (ordered.size() < size) {
      StringBuilder word = new StringBuilder();
      for (int i = random.nextInt(2, 8); i > 0; i--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      if (words.add(word.toString())) {
        ordered.add(word.toString());
      }
    }
    return ordered.toArray(String[]::new);
  }

  /** A word, small numbers more often than great ones as in natural texts. */
  public static String word(SplittableRandom random) {
    return VOCABULARY[(int) (random.nextDouble() * random.nextDouble() * VOCABULARY.length)];
  }

  /** So many words. */
  public static List<String> words(SplittableRandom random, int count) {
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      words.add(word(random));
    }
    return words;
  }

  /** A copy with so many words replaced, left out or put in at random places. */
  public static List<String> edited(List<String> words, SplittableRandom random, int edits) {
    List<String> edited = new ArrayList<>(words);
    // An edit may take another back.
    for (int i = 0; i < edits || (edits > 0 && edited.equals(words)); i++) {
      int at = random.nextInt(edited.size());
      switch (random.nextInt(3)) {
        case 0 -> edited.set(at, word(random));
        case 1 -> edited.add(at, word(random));
        default -> {
          if (edited.size() > 1) {
            edited.remove(at);
          }
        }
      }
    }
    return edited;
  }

  /** Jaccard similarity of the sets of runs of {@code size} words. */
  static double jaccard(List<String> a, List<String> b, int size) {
    Set<List<String>> common = shingles(a, size);
    Set<List<String>> union = new HashSet<>(common);
    common.retainAll(shingles(b, size));
    union.addAll(shingles(b, size));
    return (double) common.size() / union.size();
  }

  private static Set<List<String>> shingles(List<String> words, int size) {
    int width = Math.min(size, words.size());
    Set<List<String>> shingles = new HashSet<>();
    for (int i = 0; i + width <= words.size(); i++) {
      shingles.add(List.copyOf(words.subList(i, i + width)));
    }
    return shingles;
  }
}
