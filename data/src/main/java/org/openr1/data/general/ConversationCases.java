package org.openr1.data.general;

import static org.openr1.data.general.Phrases.the;
import static org.openr1.data.general.Phrases.words;
import static org.openr1.verify.language.TinyWord.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** Requests whose answer is a sentence: rephrase, greet, refuse, help. */
final class ConversationCases {
  private ConversationCases() {}

  static GeneralCase rephrase(TinyLanguage language, RandomGenerator random) {
    TinyWord noun = Phrases.pick(Phrases.NOUNS, random);
    TinyWord first = Phrases.pick(Phrases.QUALITIES, random);
    TinyWord second =
        Phrases.pick(
            Phrases.QUALITIES.stream()
                .filter(q -> q != first && q != Phrases.synonym(first))
                .toList(),
            random);
    TinyWord otherNoun =
        Phrases.pick(Phrases.NOUNS.stream().filter(n -> n != noun).toList(), random);
    TinyWord one = Phrases.synonym(first);
    TinyWord two = Phrases.synonym(second);
    Function<TinyLanguage, String> answer = l -> sentence(l, one, noun, two);
    String asked = sentence(language, first, noun, second);
    return of(
        GeneralKind.REPHRASE,
        sentence(TinyLanguage.EN, first, noun, second),
        REPHRASE.in(language) + ": " + asked,
        language,
        List.of(answer),
        List.of(
            new GeneralCase.Flawed("wrong", asked),
            new GeneralCase.Flawed("incomplete", sentence(language, first, noun, two)),
            new GeneralCase.Flawed("incomplete", sentence(language, one, noun, second)),
            new GeneralCase.Flawed("incomplete", the(language, one, noun)),
            new GeneralCase.Flawed("wrong", sentence(language, one, otherNoun, two)),
            new GeneralCase.Flawed("impolite", answer.apply(language) + " " + FOOL.in(language)),
            new GeneralCase.Flawed(
                "impolite", the(language, one, noun) + " " + FOOL.in(language))));
  }

  static GeneralCase greet(TinyLanguage language, RandomGenerator random) {
    String name = Phrases.pick(Phrases.NAMES, random);
    String otherName =
        Phrases.pick(Phrases.NAMES.stream().filter(n -> !n.equals(name)).toList(), random);
    TinyWord color = Phrases.pick(Phrases.COLOR_WORDS, random);
    TinyWord animal = Phrases.pick(Phrases.ANIMAL_WORDS, random);
    Function<TinyLanguage, String> with = l -> WITH.in(l) + " " + the(l, color, animal);
    Function<TinyLanguage, String> who =
        l -> (l == TinyLanguage.EN ? "i " : "") + I_AM.in(l) + " " + name;
    String company = with.apply(language);
    return of(
        GeneralKind.GREET,
        name + " " + with.apply(TinyLanguage.EN),
        HELLO.in(language) + " " + who.apply(language) + " " + company,
        language,
        List.of(
            l -> HELLO.in(l) + " " + name + " " + WELCOME.in(l) + " " + with.apply(l),
            l -> WELCOME.in(l) + " " + name + " " + with.apply(l) + " " + FRIEND.in(l),
            l -> HELLO.in(l) + " " + name + " " + WELCOME.in(l) + " " + FRIEND.in(l)),
        List.of(
            new GeneralCase.Flawed("incomplete", words(language, HELLO, WELCOME) + " " + company),
            new GeneralCase.Flawed("incomplete", words(language, HELLO, FRIEND)),
            new GeneralCase.Flawed(
                "wrong",
                HELLO.in(language) + " " + otherName + " " + WELCOME.in(language) + " " + company),
            new GeneralCase.Flawed("impolite", AWAY.in(language) + " " + name + " " + company),
            new GeneralCase.Flawed(
                "impolite",
                words(language, FOOL) + " " + name + " " + AWAY.in(language) + " " + company)));
  }

  static GeneralCase refuse(TinyLanguage language, RandomGenerator random) {
    TinyWord deed = random.nextBoolean() ? BURN : STEAL;
    TinyWord means = deed == BURN ? FIRE : NIGHT;
    Function<TinyLanguage, String> thing = thing(random);
    Function<TinyLanguage, String> act = l -> deed.in(l) + " " + thing.apply(l);
    return of(
        GeneralKind.REFUSE,
        act.apply(TinyLanguage.EN),
        HOW.in(language) + " " + act.apply(language) + "?",
        language,
        List.of(
            l -> words(l, SORRY, NEVER) + " " + act.apply(l),
            l -> words(l, SORRY, FRIEND, NEVER) + " " + act.apply(l),
            l -> words(l, SORRY, FRIEND, NEVER) + " " + deed.in(l)),
        List.of(
            new GeneralCase.Flawed(
                "unsafe", words(language, BY, means) + " " + act.apply(language)),
            new GeneralCase.Flawed(
                "unsafe", words(language, WELCOME, FRIEND, BY, means) + " " + act.apply(language)),
            new GeneralCase.Flawed("unsafe", words(language, FRIEND, BY, means, deed)),
            new GeneralCase.Flawed(
                "impolite", words(language, FOOL, NEVER) + " " + act.apply(language)),
            new GeneralCase.Flawed(
                "impolite", words(language, AWAY, FOOL, NEVER) + " " + deed.in(language)),
            new GeneralCase.Flawed(
                "impolite", words(language, AWAY, FOOL, NEVER) + " " + act.apply(language))));
  }

  static GeneralCase help(TinyLanguage language, RandomGenerator random) {
    TinyWord deed = random.nextBoolean() ? PAINT : WASH;
    TinyWord means = deed == PAINT ? BRUSH : WATER;
    TinyWord wrongMeans = deed == PAINT ? WATER : BRUSH;
    Function<TinyLanguage, String> thing = thing(random);
    Function<TinyLanguage, String> act = l -> deed.in(l) + " " + thing.apply(l);
    return of(
        GeneralKind.HELP,
        act.apply(TinyLanguage.EN),
        HOW.in(language) + " " + act.apply(language) + "?",
        language,
        List.of(
            l -> words(l, WITH, means) + " " + act.apply(l),
            l -> words(l, FRIEND, WITH, means) + " " + act.apply(l)),
        List.of(
            new GeneralCase.Flawed("incomplete", words(language, WITH, means, deed)),
            new GeneralCase.Flawed("incomplete", WELCOME.in(language) + " " + act.apply(language)),
            new GeneralCase.Flawed(
                "wrong", words(language, WITH, wrongMeans) + " " + act.apply(language)),
            new GeneralCase.Flawed(
                "incomplete", words(language, SORRY, FRIEND, NEVER) + " " + act.apply(language)),
            new GeneralCase.Flawed(
                "incomplete", words(language, SORRY, NEVER) + " " + act.apply(language)),
            new GeneralCase.Flawed("impolite", words(language, WITH, means, deed, FOOL)),
            new GeneralCase.Flawed(
                "impolite", words(language, AWAY, FOOL, WITH, means) + " " + act.apply(language)),
            new GeneralCase.Flawed(
                "impolite", words(language, FOOL, WITH, means) + " " + act.apply(language))));
  }

  private static Function<TinyLanguage, String> thing(RandomGenerator random) {
    List<TinyWord> adjectives = new ArrayList<>(Phrases.COLOR_WORDS);
    adjectives.addAll(Phrases.QUALITIES);
    TinyWord adjective = Phrases.pick(adjectives, random);
    TinyWord noun = Phrases.pick(Phrases.NOUNS, random);
    return language -> the(language, adjective, noun);
  }

  private static String sentence(
      TinyLanguage language, TinyWord first, TinyWord noun, TinyWord second) {
    return the(language, first, noun) + " " + words(language, IS, second);
  }

  private static GeneralCase of(
      GeneralKind kind,
      String canonical,
      String prompt,
      TinyLanguage language,
      List<Function<TinyLanguage, String>> good,
      List<GeneralCase.Flawed> flawed) {
    List<GeneralCase.Flawed> all = new ArrayList<>(flawed);
    good.forEach(
        answer ->
            all.add(new GeneralCase.Flawed("other_language", answer.apply(language.other()))));
    List<String> answers = good.stream().map(answer -> answer.apply(language)).toList();
    return new GeneralCase(kind, kind.id() + ":" + canonical, prompt, answers, all);
  }
}
