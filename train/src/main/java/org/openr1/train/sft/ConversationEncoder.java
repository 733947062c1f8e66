package org.openr1.train.sft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openr1.data.Example;
import org.openr1.data.Message;
import org.openr1.model.chat.AssistantMask;
import org.openr1.model.chat.ChatOptions;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.chat.RenderedChat;
import org.openr1.model.jinja.Span;
import org.openr1.model.tokenizer.Encoding;
import org.openr1.model.tokenizer.Tokenizer;

/**
 * From conversations to labelled rows (spec 3.3, steps 4 and 5).
 *
 * <p>It does not touch libtorch, so that a background thread may use it.
 */
public final class ConversationEncoder {
  private final Tokenizer tokenizer;
  private final ChatTemplate template;

  public ConversationEncoder(Tokenizer tokenizer, ChatTemplate template) {
    this.tokenizer = tokenizer;
    this.template = template;
  }

  /** The row of a prompt and its answer; only the answer and its end of turn are targets. */
  public LabeledTokens promptCompletion(String prompt, String completion) {
    int[] promptIds = prompt(prompt);
    int[] ids = ids(prompt, completion);
    return LabeledTokens.of(ids, Labels.of(ids, Labels.completionMask(promptIds, ids), null, true));
  }

  /** Ids of a question up to where the answer starts. */
  public int[] prompt(String prompt) {
    return tokenizer.encode(template.prompt(prompt), false);
  }

  /** Ids of a question with its answer, the end of turn included. */
  public int[] ids(String prompt, String completion) {
    return tokenizer.encode(
        template.render(
            maps(List.of(Message.user(prompt), Message.assistant(completion))), ChatOptions.PLAIN),
        false);
  }

  /** The row of a conversation in which every token is a target. */
  public LabeledTokens allTokens(Example example) {
    int[] ids =
        tokenizer.encode(template.render(maps(example.messages()), ChatOptions.PLAIN), false);
    return LabeledTokens.of(ids, ids.clone());
  }

  /**
   * The row of a conversation in which only what the assistant wrote is a target.
   *
   * @throws IllegalArgumentException when the template marks no token as the assistant's, or has no
   *     marks and writes earlier turns differently once later ones follow
   */
  public LabeledTokens assistantOnly(Example example) {
    List<Map<String, String>> messages = maps(example.messages());
    RenderedChat chat = template.renderWithSpans(messages, ChatOptions.PLAIN);
    if (chat.assistantSpans().isEmpty()) {
      chat = new RenderedChat(chat.text(), turns(example, messages, chat.text()));
    }
    Encoding encoding = tokenizer.encodeWithOffsets(chat.text(), false);
    boolean[] assistant = AssistantMask.of(chat, encoding);
    int[] mask = new int[assistant.length];
    boolean any = false;
    for (int i = 0; i < mask.length; i++) {
      mask[i] = assistant[i] ? 1 : 0;
      any |= assistant[i];
    }
    if (!any) {
      throw new IllegalArgumentException(
          "example " + example.id() + " has no token that the assistant wrote");
    }
    return LabeledTokens.of(encoding.ids(), Labels.of(encoding.ids(), null, mask, true));
  }

  /** The assistant's turns in the text of a template without generation marks. */
  private List<Span> turns(Example example, List<Map<String, String>> messages, String text) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (example.messages().get(i).role().equals(Message.ASSISTANT)) {
        String before = template.render(messages.subList(0, i), ChatOptions.GENERATION);
        String after = template.render(messages.subList(0, i + 1), ChatOptions.PLAIN);
        if (!text.startsWith(after) || !after.startsWith(before)) {
          throw new IllegalArgumentException(
              "example %s: the chat template has no generation marks and changes turn %d once the"
                      .formatted(example.id(), i)
                  + " conversation goes on, so the assistant's tokens cannot be told");
        }
        spans.add(
            new Span(
                text.codePointCount(0, before.length()), text.codePointCount(0, after.length())));
      }
    }
    return spans;
  }

  /** Rows of examples by the configuration: assistant only, or every token. */
  public List<LabeledTokens> encode(List<Example> examples, SftConfig config) {
    return examples.stream()
        .map(example -> config.assistantOnlyLoss() ? assistantOnly(example) : allTokens(example))
        .toList();
  }

  private static List<Map<String, String>> maps(List<Message> messages) {
    return messages.stream()
        .map(message -> Map.of("role", message.role(), "content", message.content()))
        .toList();
  }
}
