package org.openr1.data.general;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.openr1.data.Instruction;
import org.openr1.data.PreferencePair;
import org.openr1.data.procedural.Split;
import org.openr1.verify.ResponseFormat;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/**
 * Instructions and preference pairs. As with problems, the split of a request is decided by what it
 * asks, whatever its language. Kinds and languages alternate.
 */
public final class GeneralData {
  private static final int MAX_DRAWS = 5_000;

  /** Flaws of what is said; the others are of how it is said and whether it should be. */
  private static final Set<String> CONTENT_FLAWS = Set.of("incomplete", "wrong");

  private static final double CONTENT_FLAW_SHARE = 0.3;

  private GeneralData() {}

  /** A random request of that kind and language. */
  public static GeneralCase draw(GeneralKind kind, TinyLanguage language, RandomGenerator random) {
    return switch (kind) {
      case COPY -> WordListCases.copy(language, random);
      case REVERSE -> WordListCases.reverse(language, random);
      case LIST -> WordListCases.list(language, random);
      case REPHRASE -> ConversationCases.rephrase(language, random);
      case GREET -> ConversationCases.greet(language, random);
      case REFUSE -> ConversationCases.refuse(language, random);
      case HELP -> ConversationCases.help(language, random);
    };
  }

  /** A random request of that kind, language and split. */
  public static GeneralCase draw(
      GeneralKind kind, TinyLanguage language, Split split, RandomGenerator random) {
    while (true) {
      GeneralCase drawn = draw(kind, language, random);
      if (Split.of(drawn.canonical()) == split) {
        return drawn;
      }
    }
  }

  /**
   * Requests with a good answer, no two the same.
   *
   * @throws IllegalArgumentException when there are fewer different ones than asked for
   */
  public static List<Instruction> instructions(int count, long seed, Split split) {
    Set<String> seen = new HashSet<>();
    List<Instruction> instructions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Place place = new Place(i);
      SplittableRandom random = random(seed, "instruction", split, i);
      GeneralCase drawn = draw(place.kind(), place.language(), split, random);
      for (int draw = 1; !seen.add(drawn.prompt()); draw++) {
        if (draw == MAX_DRAWS) {
          throw exhausted(place, split, seen.size());
        }
        drawn = draw(place.kind(), place.language(), split, random);
      }
      instructions.add(
          new Instruction(
              place.id(split, seed),
              place.kind().id(),
              place.language().code(),
              drawn.prompt(),
              drawn.good().getFirst()));
    }
    return List.copyOf(instructions);
  }

  /**
   * Pairs of a good and a flawed answer, no two pairs the same. The chosen answer is drawn to be
   * the longer one as often as the shorter one, so that length tells nothing.
   *
   * @throws IllegalArgumentException when there are fewer different ones than asked for
   */
  public static List<PreferencePair> pairs(int count, long seed, Split split) {
    Set<PreferencePair> seen = new HashSet<>();
    List<PreferencePair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Place place = new Place(i);
      SplittableRandom random = random(seed, "pair", split, i);
      PreferencePair pair = pair(place, split, random);
      for (int draw = 1; !seen.add(pair); draw++) {
        if (draw == MAX_DRAWS) {
          throw exhausted(place, split, seen.size());
        }
        pair = pair(place, split, random);
      }
      pairs.add(
          new PreferencePair(
              place.id(split, seed),
              pair.kind(),
              pair.language(),
              pair.prompt(),
              pair.chosen(),
              pair.rejected()));
    }
    return List.copyOf(pairs);
  }

  /** A general answer in the strict format, with a word of thought in its language. */
  public static String houseResponse(String language, String answer) {
    return ResponseFormat.render(TinyWord.EASY.in(TinyLanguage.of(language)), answer);
  }

  private static PreferencePair pair(Place place, Split split, RandomGenerator random) {
    GeneralCase drawn = draw(place.kind(), place.language(), split, random);
    boolean wantLonger = random.nextBoolean();
    // The flaw comes first: choosing among all answers would favour flaws with many wordings.
    boolean content = random.nextDouble() < CONTENT_FLAW_SHARE;
    List<String> flaws =
        drawn.flawed().stream()
            .map(GeneralCase.Flawed::flaw)
            .distinct()
            .filter(flaw -> CONTENT_FLAWS.contains(flaw) == content)
            .toList();
    if (flaws.isEmpty()) {
      return pair(place, split, random);
    }
    String flaw = Phrases.pick(flaws, random);
    List<String[]> fitting = new ArrayList<>();
    List<String[]> equal = new ArrayList<>();
    for (String good : drawn.good()) {
      for (GeneralCase.Flawed flawed : drawn.flawed()) {
        int difference = good.length() - flawed.answer().length();
        if (flawed.flaw().equals(flaw) && (difference == 0 || difference > 0 == wantLonger)) {
          (difference == 0 ? equal : fitting).add(new String[] {good, flawed.answer()});
        }
      }
    }
    fitting.addAll(equal);
    if (fitting.isEmpty()) {
      return pair(place, split, random);
    }
    String[] answers = Phrases.pick(fitting, random);
    return new PreferencePair(
        "", place.kind().id(), place.language().code(), drawn.prompt(), answers[0], answers[1]);
  }

  private static SplittableRandom random(long seed, String stream, Split split, int index) {
    RandomGenerator mixer = new SplittableRandom(seed ^ (stream + "/" + split.id()).hashCode());
    return new SplittableRandom(mixer.nextLong() + index * 0xd1342543de82ef95L);
  }

  private static IllegalArgumentException exhausted(Place place, Split split, int found) {
    return new IllegalArgumentException(
        "no more different general data of kind %s in %s for %s after %d rows"
            .formatted(place.kind().id(), place.language().code(), split.id(), found));
  }

  /** Kind and language of the row at that index. */
  private record Place(int index) {
    private static final List<GeneralKind> KINDS = List.of(GeneralKind.values());
    private static final List<TinyLanguage> LANGUAGES = List.of(TinyLanguage.values());

    GeneralKind kind() {
      return KINDS.get(index % KINDS.size());
    }

    /** Kinds alternate in language within a round, and each kind from round to round. */
    TinyLanguage language() {
      return LANGUAGES.get((index / KINDS.size() + index % KINDS.size()) % LANGUAGES.size());
    }

    String id(Split split, long seed) {
      return "general-%s-%d-%d-%s".formatted(split.id(), seed, index, kind().id());
    }
  }
}
