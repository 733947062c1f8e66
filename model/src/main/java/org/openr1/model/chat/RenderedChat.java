package org.openr1.model.chat;

import java.util.List;
import org.openr1.model.jinja.Span;

/**
 * A conversation as text.
 *
 * @param text the text
 * @param assistantSpans what the assistant wrote, in code points of the text; empty where the
 *     template has no generation blocks
 */
public record RenderedChat(String text, List<Span> assistantSpans) {
  public RenderedChat {
    assistantSpans = List.copyOf(assistantSpans);
  }
}
