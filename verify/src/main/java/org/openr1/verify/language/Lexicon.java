package org.openr1.verify.language;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects languages by word lists: only words that stand in exactly one list count.
 *
 * @param words lower-case words by ISO 639-1 code
 */
public record Lexicon(Map<String, Set<String>> words) implements LanguageDetector {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  public Lexicon {
    if (words.size() < 2) {
      throw new IllegalArgumentException("a lexicon needs two languages but has " + words.keySet());
    }
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    words.forEach((language, list) -> copy.put(language, Set.copyOf(list)));
    words = Map.copyOf(copy);
  }

  /** The closed vocabulary of the tiny world. */
  public static Lexicon tiny() {
    Map<String, Set<String>> lists = new LinkedHashMap<>();
    for (TinyLanguage language : TinyLanguage.values()) {
      lists.put(language.code(), TinyWord.all(language));
    }
    return new Lexicon(lists);
  }

  /** Frequent function words of English and Spanish, for real text. */
  public static Lexicon stopWords() {
    return new Lexicon(Map.of("en", StopWords.ENGLISH, "es", StopWords.SPANISH));
  }

  /** Words that stand in more than one list, which therefore never count. */
  public NavigableSet<String> shared() {
    Set<String> seen = new HashSet<>();
    NavigableSet<String> shared = new TreeSet<>();
    words
        .values()
        .forEach(list -> list.stream().filter(word -> !seen.add(word)).forEach(shared::add));
    return shared;
  }

  @Override
  public OptionalDouble share(String text, String language) {
    if (!words.containsKey(language)) {
      throw new IllegalArgumentException(
          "no words of language '" + language + "'; there are: " + new TreeSet<>(words.keySet()));
    }
    int own = 0;
    int all = 0;
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      int lists = 0;
      for (Set<String> list : words.values()) {
        lists += list.contains(matcher.group()) ? 1 : 0;
      }
      if (lists == 1) {
        all++;
        own += words.getOrDefault(language, Set.of()).contains(matcher.group()) ? 1 : 0;
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) own / all);
  }
}
