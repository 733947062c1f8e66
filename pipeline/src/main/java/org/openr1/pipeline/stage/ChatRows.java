package org.openr1.pipeline.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openr1.data.Example;
import org.openr1.data.Message;
import org.openr1.model.chat.AssistantMask;
import org.openr1.model.chat.ChatOptions;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.chat.RenderedChat;
import org.openr1.model.tokenizer.Encoding;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.train.sft.LabeledTokens;
import org.openr1.train.sft.Labels;

/**
 * Conversations as rows of tokens with the loss on what the assistant says: by the template's
 * generation marks where it has them, else on the last turn.
 */
final class ChatRows {
  private final Tokenizer tokenizer;
  private final ChatTemplate template;

  ChatRows(Tokenizer tokenizer, ChatTemplate template) {
    this.tokenizer = tokenizer;
    this.template = template;
  }

  /** The row of an example. */
  LabeledTokens row(Example example) {
    return row(example.messages());
  }

  /** The row of a question and its answer. */
  LabeledTokens row(String question, String answer) {
    return row(List.of(Message.user(question), Message.assistant(answer)));
  }

  private LabeledTokens row(List<Message> messages) {
    RenderedChat chat = template.renderWithSpans(maps(messages), ChatOptions.PLAIN);
    if (!chat.assistantSpans().isEmpty()) {
      Encoding encoding = tokenizer.encodeWithOffsets(chat.text());
      boolean[] mask =
          AssistantMask.of(
              chat.assistantSpans(),
              codePoints(chat.text(), encoding.starts()),
              codePoints(chat.text(), encoding.ends()));
      int[] ones = new int[mask.length];
      for (int i = 0; i < mask.length; i++) {
        ones[i] = mask[i] ? 1 : 0;
      }
      return LabeledTokens.of(encoding.ids(), Labels.of(encoding.ids(), null, ones, false));
    }
    int last = messages.size() - 1;
    String prompt = template.render(maps(messages.subList(0, last)), ChatOptions.GENERATION);
    int[] ids = tokenizer.encode(chat.text());
    int[] mask = Labels.completionMask(tokenizer.encode(prompt), ids);
    return LabeledTokens.of(ids, Labels.of(ids, mask, null, true));
  }

  /** Places in code points, as the template counts them; the tokenizer counts UTF-16 units. */
  private static int[] codePoints(String text, int[] places) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return places;
    }
    int[] counted = new int[text.length() + 1];
    for (int i = 0, points = 0; i < text.length(); i++) {
      counted[i] = points;
      points += Character.isLowSurrogate(text.charAt(i)) ? 0 : 1;
      counted[i + 1] = points;
    }
    return Arrays.stream(places).map(place -> counted[place]).toArray();
  }

  private static List<Map<String, Object>> maps(List<Message> messages) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (Message message : messages) {
      maps.add(Map.of("role", message.role(), "content", message.content()));
    }
    return maps;
  }
}
