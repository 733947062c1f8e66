package org.openr1.model.tokenizer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small tokenizer trained on a few sentences, for tests that need one without any download. */
public final class SmallTokenizer {
  private SmallTokenizer() {}

  /** The texts it is trained on: two languages, digits, formulas, the house format. */
  public static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.add("Question: what is the value of x when x = " + i + " + " + (i * 7) + "?");
      texts.add("Pregunta: cuál es el valor de x cuando x = " + (i * 3) + "? La respuesta es ñ.");
      texts.add("<think>first we sort the list, then check the sum.</think><answer>" + i);
    }
    return texts;
  }

  /** The trained tokenizer. */
  public static BytePairTokenizer train() {
    return BytePairTrainer.train(texts(), 400, BytePairTrainer.houseChatTemplate(), 512);
  }

  /** Writes it into an existing directory and loads it from there. */
  public static Tokenizer loadFrom(Path directory) throws IOException {
    TokenizerWriter.write(directory, train());
    return Tokenizer.load(directory);
  }
}
