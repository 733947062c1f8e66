package org.openr1.data.curation.filter;

import java.util.List;
import org.openr1.data.Message;

/** A model that answers; thread-safe, callers block. */
public interface TextAsker {
  /** Which model answers; answers are kept under it. */
  String identity();

  /** The texts of {@code n} answers. */
  List<String> ask(List<Message> messages, int n, double temperature, int maxTokens)
      throws InterruptedException;
}
