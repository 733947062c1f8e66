package org.openr1.verify.language;

import java.util.Arrays;
import java.util.Set;

/**
 * Frequent function words; those that both languages write alike ("no", "a", "me") are left out.
 */
final class StopWords {
  static final Set<String> ENGLISH =
      words(
          "the of and to in is that it for was on are with as at be this have from or had by but"
              + " what some we can out other were all there when up use your how said an each she"
              + " which do their if will way about many then them would so these her him two more"
              + " than first been who its now find long down did get come made after because any"
              + " get let does where must our also into only very my you i they not he his could"
              + " should since therefore thus hence equals answer number total left each both"
              + " between until while again check wait");
  static final Set<String> SPANISH =
      words(
          "el la los las de del que y en un una unos unas es se por con para como su al lo mas más"
              + " pero sus le ya o este esta está esto porque entre cuando muy sin sobre tambien"
              + " también hasta hay donde quien desde todo nos durante todos uno les ni contra"
              + " otros ese eso ante ellos e mi tiene tengo cada entonces luego así asi si sí son"
              + " era fue ser estar queda quedan respuesta número numero cuántos cuantos cuántas"
              + " cuantas total tanto hallar dos tres espera reviso primero después despues ahora"
              + " vamos pues ambos mientras");

  private StopWords() {}

  private static Set<String> words(String list) {
    return Set.of(Arrays.stream(list.split(" ")).distinct().toArray(String[]::new));
  }
}
