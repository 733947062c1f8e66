package org.openr1.data.general;

import static org.openr1.data.general.Phrases.words;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** Requests whose answer is a list of words: copy, reverse, list. */
final class WordListCases {
  private static final List<TinyWord> ALL =
      Stream.concat(Phrases.COLOR_WORDS.stream(), Phrases.ANIMAL_WORDS.stream()).toList();

  private WordListCases() {}

  static GeneralCase copy(TinyLanguage language, RandomGenerator random) {
    List<TinyWord> given = Phrases.sample(ALL, 3 + random.nextInt(2), random);
    return of(
        GeneralKind.COPY, language, List.of(TinyWord.COPY), given, given, given.reversed(), random);
  }

  static GeneralCase reverse(TinyLanguage language, RandomGenerator random) {
    List<TinyWord> given = Phrases.sample(ALL, 3 + random.nextInt(2), random);
    return of(
        GeneralKind.REVERSE,
        language,
        List.of(TinyWord.REVERSE),
        given,
        given.reversed(),
        given,
        random);
  }

  static GeneralCase list(TinyLanguage language, RandomGenerator random) {
    boolean colors = random.nextBoolean();
    List<TinyWord> members = colors ? Phrases.COLOR_WORDS : Phrases.ANIMAL_WORDS;
    List<TinyWord> others = colors ? Phrases.ANIMAL_WORDS : Phrases.COLOR_WORDS;
    List<TinyWord> wanted = Phrases.sample(members, 2 + random.nextInt(2), random);
    List<TinyWord> unwanted = Phrases.sample(others, 1 + random.nextInt(2), random);
    List<TinyWord> given = new ArrayList<>(wanted);
    for (TinyWord word : unwanted) {
      given.add(random.nextInt(given.size() + 1), word);
    }
    List<TinyWord> order = given.stream().filter(wanted::contains).toList();
    List<TinyWord> request = List.of(TinyWord.LIST, colors ? TinyWord.COLORS : TinyWord.ANIMALS);
    return of(GeneralKind.LIST, language, request, given, order, given, random);
  }

  private static GeneralCase of(
      GeneralKind kind,
      TinyLanguage language,
      List<TinyWord> request,
      List<TinyWord> given,
      List<TinyWord> answer,
      List<TinyWord> misread,
      RandomGenerator random) {
    String right = words(language, answer);
    int place = random.nextInt(answer.size());
    List<TinyWord> shorter = new ArrayList<>(answer);
    shorter.remove(place);
    List<TinyWord> replaced = new ArrayList<>(answer);
    replaced.set(
        place, Phrases.pick(ALL.stream().filter(word -> !given.contains(word)).toList(), random));
    List<TinyWord> doubled = new ArrayList<>(answer);
    doubled.add(place, answer.get(place));
    List<GeneralCase.Flawed> flawed =
        List.of(
            new GeneralCase.Flawed("incomplete", words(language, shorter)),
            new GeneralCase.Flawed("wrong", words(language, replaced)),
            new GeneralCase.Flawed("wrong", words(language, doubled)),
            new GeneralCase.Flawed("wrong", words(language, misread)),
            new GeneralCase.Flawed("other_language", words(language.other(), answer)),
            new GeneralCase.Flawed(
                "impolite", TinyWord.FOOL.in(language) + " " + words(language, shorter)),
            new GeneralCase.Flawed("impolite", right + " " + TinyWord.FOOL.in(language)));
    return new GeneralCase(
        kind,
        kind.id() + ":" + words(TinyLanguage.EN, request) + ":" + words(TinyLanguage.EN, given),
        words(language, request) + ": " + words(language, given),
        List.of(right),
        flawed);
  }
}
