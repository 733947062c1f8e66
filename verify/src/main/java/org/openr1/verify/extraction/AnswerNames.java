package org.openr1.verify.extraction;

/** The words for "answer" in the languages that models are trained to think in. */
final class AnswerNames {
  private static final String[] NAMES = {
    "answer", "antwort", "réponse", "reponse", "respuesta", "risposta", "resposta", "ответ"
  };
  private static final String[] UNSPACED_NAMES = {
    "答案", "答え", "解答", "정답", "الجواب", "الإجابة", "جواب"
  };
  private static final String[] UNSPACED_LINKS = {"应该是", "是", "为", "為", "は", "은", "는", "هو", "هي"};

  private AnswerNames() {}

  /** Length of a name that stands at the place, which is not the last; 0 when none does. */
  static int at(String text, int at, int from) {
    char c = text.charAt(at);
    if (c > 0x500) {
      for (String name : UNSPACED_NAMES) {
        if (text.startsWith(name, at)) {
          return name.length();
        }
      }
      return 0;
    }
    char next = text.charAt(at + 1);
    boolean possible =
        switch (c) {
          case 'a', 'A' -> (next | 0x20) == 'n';
          case 'r', 'R' -> (next | 0x20) == 'e' || (next | 0x20) == 'i' || (next | 0x20) == 'é';
          case 'о', 'О' -> next > 0x400;
          default -> false;
        };
    if (!possible) {
      return 0;
    }
    for (String name : NAMES) {
      if (Scan.startsWith(text, at, name)) {
        boolean whole = at == from || !Scan.isWordLetter(text.charAt(at - 1));
        return whole ? name.length() : 0;
      }
    }
    return 0;
  }

  /** Behind a linking word of a language without spaces at the place, -1 when none does. */
  static int unspacedLink(String text, int at) {
    for (String link : UNSPACED_LINKS) {
      if (text.startsWith(link, at)) {
        return at + link.length();
      }
    }
    return -1;
  }
}
