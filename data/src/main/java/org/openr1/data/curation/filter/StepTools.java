package org.openr1.data.curation.filter;

import java.nio.file.Path;

/** What steps need of the modules above. */
public interface StepTools {
  /**
   * Counts tokens.
   *
   * @param model name or path of a model or tokenizer directory
   */
  TokenCounter tokens(String model);

  /** A model that the recipe names under {@code models}. */
  TextAsker model(String name);

  /** Folder where answers of models are kept, across runs. */
  Path cache();
}
