package org.openr1.data.general;

import static org.openr1.verify.language.TinyWord.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** Building blocks of general texts. */
final class Phrases {
  static final List<TinyWord> COLOR_WORDS = List.of(RED, BLUE, GREEN, PINK, GRAY);
  static final List<TinyWord> ANIMAL_WORDS = List.of(CAT, DOG, FISH, BIRD, BEAR);
  static final List<TinyWord> NOUNS = List.of(CAT, DOG, FISH, BIRD, BEAR, CAR, BOAT);
  static final List<TinyWord> QUALITIES =
      List.of(BIG, LARGE, SMALL, LITTLE, FAST, QUICK, HAPPY, GLAD);
  static final List<String> NAMES =
      List.of("ana", "leo", "eva", "max", "tom", "luz", "rita", "hugo");

  private Phrases() {}

  /** The word with the same meaning. */
  static TinyWord synonym(TinyWord quality) {
    return QUALITIES.get(QUALITIES.indexOf(quality) ^ 1);
  }

  static String words(TinyLanguage language, List<TinyWord> words) {
    return words.stream().map(word -> word.in(language)).collect(Collectors.joining(" "));
  }

  static String words(TinyLanguage language, TinyWord... words) {
    return words(language, List.of(words));
  }

  /** "the red cat", in Spanish with the adjective behind the noun. */
  static String the(TinyLanguage language, TinyWord adjective, TinyWord noun) {
    return language == TinyLanguage.EN
        ? words(language, THE, adjective, noun)
        : words(language, THE, noun, adjective);
  }

  static <T> T pick(List<T> values, RandomGenerator random) {
    return values.get(random.nextInt(values.size()));
  }

  /** That many different values in random order. */
  static <T> List<T> sample(List<T> values, int count, RandomGenerator random) {
    List<T> mixed = new ArrayList<>(values);
    for (int i = 0; i < count; i++) {
      Collections.swap(mixed, i, i + random.nextInt(mixed.size() - i));
    }
    return List.copyOf(mixed.subList(0, count));
  }
}
