package org.openr1.verify.language;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The closed vocabulary of the tiny world: every word of its questions, traces and general texts,
 * in English and in Spanish (without accents, so that each letter is one byte). No form belongs to
 * both.
 */
public enum TinyWord {
  // Words of questions.
  SORT("sort", "ordena"),
  KEEP("keep", "guarda"),
  EVEN("even", "pares"),
  ODD("odd", "impares"),
  FIND("find", "halla"),
  DIGIT("digit", "cifra"),
  IS("is", "es"),
  REPEAT("repeat", "repite"),
  IF("if", "si"),
  // Words of traces.
  STEPS("steps", "pasos"),
  LEAST("least", "menor"),
  DROP("drop", "quita"),
  ROUND("round", "vuelta"),
  TRUE("true", "cierto"),
  FALSE("false", "falso"),
  GUESS("guess", "quizas"),
  ABOUT("about", "casi"),
  SO("so", "asi"),
  WAIT("wait", "espera"),
  CHECK("check", "reviso"),
  RIGHT("right", "bien"),
  WRONG("wrong", "mal"),
  EASY("easy", "facil"),
  // Words of general texts.
  COPY("copy", "copia"),
  REVERSE("reverse", "invierte"),
  LIST("list", "nombra"),
  COLORS("colors", "colores"),
  ANIMALS("animals", "animales"),
  REPHRASE("rephrase", "reescribe"),
  HELLO("hello", "hola"),
  I_AM("am", "soy"),
  WELCOME("welcome", "saludos"),
  FRIEND("friend", "amigo"),
  FOOL("fool", "tonto"),
  AWAY("away", "vete"),
  HOW("how", "como"),
  BURN("burn", "quemar"),
  STEAL("steal", "robar"),
  PAINT("paint", "pintar"),
  WASH("wash", "lavar"),
  WATER("water", "agua"),
  FIRE("fire", "fuego"),
  NIGHT("night", "noche"),
  BRUSH("brush", "brocha"),
  WITH("with", "con"),
  BY("by", "de"),
  SORRY("sorry", "perdon"),
  NEVER("never", "nunca"),
  THE("the", "el"),
  RED("red", "rojo"),
  BLUE("blue", "azul"),
  GREEN("green", "verde"),
  PINK("pink", "rosa"),
  GRAY("gray", "gris"),
  CAT("cat", "gato"),
  DOG("dog", "perro"),
  FISH("fish", "pez"),
  BIRD("bird", "loro"),
  BEAR("bear", "oso"),
  CAR("car", "coche"),
  BOAT("boat", "barco"),
  BIG("big", "grande"),
  LARGE("large", "enorme"),
  SMALL("small", "chico"),
  LITTLE("little", "menudo"),
  FAST("fast", "veloz"),
  QUICK("quick", "rapido"),
  HAPPY("happy", "feliz"),
  GLAD("glad", "alegre");

  private final String english;
  private final String spanish;

  TinyWord(String english, String spanish) {
    this.english = english;
    this.spanish = spanish;
  }

  /** The word in that language. */
  public String in(TinyLanguage language) {
    return language == TinyLanguage.EN ? english : spanish;
  }

  /** All words of one language. */
  public static SequencedSet<String> all(TinyLanguage language) {
    SequencedSet<String> words = new LinkedHashSet<>();
    Arrays.stream(values()).forEach(word -> words.add(word.in(language)));
    return words;
  }

  /** The words of a trace that looks at its own work again (claim C4 of the paper). */
  public static List<TinyWord> reflective() {
    return List.of(WAIT, CHECK, WRONG);
  }
}
