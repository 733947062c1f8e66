package org.openr1.data.corpus;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openr1.data.general.GeneralCase;
import org.openr1.data.general.GeneralData;
import org.openr1.data.general.GeneralKind;
import org.openr1.data.procedural.Domain;
import org.openr1.data.procedural.ProceduralProblems;
import org.openr1.data.procedural.Split;
import org.openr1.data.procedural.task.Scribe;
import org.openr1.data.procedural.task.Task;
import org.openr1.data.procedural.task.TaskFactory;
import org.openr1.data.procedural.task.Work;
import org.openr1.verify.ResponseFormat;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/**
 * An endless seeded corpus over the training split. Document i is a function of seed, mixture and i
 * alone, so that reading can start anywhere and run in parallel.
 */
public final class TinyCorpus {
  private final long seed;
  private final CorpusMixture mixture;

  public TinyCorpus(long seed, CorpusMixture mixture) {
    this.seed = seed;
    this.mixture = Objects.requireNonNull(mixture, "mixture");
  }

  /** Documents from index {@code first} on, without end. */
  public Stream<Document> from(long first) {
    return LongStream.iterate(first, index -> index + 1).mapToObj(this::document);
  }

  /** The document at that place, from 0. */
  public Document document(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("document index is negative: " + index);
    }
    RandomGenerator random = new SplittableRandom(mixed(mixed(seed) + index));
    return random.nextDouble() < mixture.generalShare()
        ? general(index, random)
        : reasoning(index, random);
  }

  private Document general(long index, RandomGenerator random) {
    GeneralKind kind = pick(List.of(GeneralKind.values()), random);
    TinyLanguage language = pick(List.of(TinyLanguage.values()), random);
    GeneralCase drawn = GeneralData.draw(kind, language, Split.TRAIN, random);
    String answer =
        random.nextDouble() < mixture.generalQuality()
            ? pick(drawn.good(), random)
            : pick(drawn.flawed(), random).answer();
    String response =
        random.nextDouble() < mixture.strictShare()
            ? GeneralData.houseResponse(language.code(), answer)
            : answer;
    return new Document(index, "general", kind.id(), language.code(), drawn.prompt(), response);
  }

  private Document reasoning(long index, RandomGenerator random) {
    Domain domain = pick(mixture.domains(), random);
    int level = pick(mixture.levels(), random);
    TinyLanguage language = pick(List.of(TinyLanguage.values()), random);
    Task task = trainingTask(domain, level, random);
    Writer writer = new Writer(mixture, random, languageHabit(language, random));
    Writer.Body body = writer.body(task);
    String response = writer.dressed(body);
    return new Document(
        index, body.kind(), domain.id(), language.code(), task.question(language), response);
  }

  private static Task trainingTask(Domain domain, int level, RandomGenerator random) {
    while (true) {
      Task task = TaskFactory.draw(domain, level, random);
      if (Split.of(ProceduralProblems.canonicalForm(domain, task)) == Split.TRAIN) {
        return task;
      }
    }
  }

  /**
   * A base model's habit: the text after a question is now and then in the other language, or in
   * both.
   */
  private Supplier<TinyLanguage> languageHabit(TinyLanguage own, RandomGenerator random) {
    double draw = random.nextDouble();
    if (draw < mixture.ownLanguageShare()) {
      return () -> own;
    }
    if (draw < mixture.ownLanguageShare() + mixture.otherLanguageShare()) {
      return own::other;
    }
    return () -> random.nextBoolean() ? own : own.other();
  }

  private static <T> T pick(List<T> values, RandomGenerator random) {
    return values.get(random.nextInt(values.size()));
  }

  /** The finaliser of SplitMix64: neighbouring numbers become unrelated seeds. */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Writes the response to one task; each part of it asks anew in which language to write. */
  private record Writer(
      CorpusMixture mixture, RandomGenerator random, Supplier<TinyLanguage> languages) {

    /** What stands before the answer, and the answer. */
    record Body(String kind, String text, String answer) {}

    Body body(Task task) {
      double draw = random.nextDouble();
      if (draw < mixture.guessShare()) {
        boolean right = random.nextDouble() < mixture.guessAccuracy();
        return new Body("guess", word(TinyWord.GUESS), right ? task.answer() : task.guess(random));
      }
      if (draw < mixture.guessShare() + mixture.lastStepShare()) {
        Work work = work(task, mixture.lastStepSlipRate());
        return new Body("last_step", word(TinyWord.ABOUT) + "\n" + work.lastStep(), work.answer());
      }
      if (draw < 1 - mixture.checkedShare()) {
        Work work = work(task, mixture.slipRate());
        return new Body("work", work.text(), work.answer());
      }
      Work first = work(task, mixture.firstPassSlipRate());
      Work second = work(task, mixture.checkSlipRate());
      TinyWord verdict = first.answer().equals(second.answer()) ? TinyWord.RIGHT : TinyWord.WRONG;
      String turn = word(TinyWord.WAIT) + " " + word(TinyWord.CHECK);
      String text = String.join("\n", first.text(), turn, second.text(), word(verdict));
      return new Body("checked_work", text, second.answer());
    }

    String dressed(Body body) {
      if (random.nextDouble() < mixture.strictShare()) {
        return ResponseFormat.render(body.text(), body.answer());
      }
      double draw = random.nextDouble();
      if (draw < mixture.answerTagShare()) {
        return body.text()
            + ResponseFormat.ANSWER_OPEN
            + body.answer()
            + ResponseFormat.ANSWER_CLOSE;
      }
      String plain = body.text() + "\n" + word(TinyWord.SO) + ":" + body.answer();
      return draw < mixture.answerTagShare() + mixture.openThinkShare()
          ? ResponseFormat.THINK_OPEN + plain
          : plain;
    }

    private Work work(Task task, double slipRate) {
      return task.work(new Scribe(random, slipRate, languages.get()));
    }

    private String word(TinyWord word) {
      return word.in(languages.get());
    }
  }
}
