package org.openr1.model.chat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.model.jinja.Rendered;
import org.openr1.model.jinja.Span;
import org.openr1.model.jinja.Template;
import org.openr1.model.jinja.TemplateException;
import org.openr1.model.jinja.TemplateLimits;

/**
 * A model's chat template: turns a conversation into the text the model was trained on, as {@code
 * apply_chat_template} of transformers does.
 */
public final class ChatTemplate {
  private final String source;
  private final Template template;
  private final Map<String, String> specialTokens;

  private ChatTemplate(String source, Template template, Map<String, String> specialTokens) {
    this.source = source;
    this.template = template;
    this.specialTokens = specialTokens;
  }

  /**
   * A template of this source.
   *
   * @param specialTokens variables such as {@code bos_token}, by name
   * @throws ChatException where the source is no valid template
   */
  public static ChatTemplate of(String source, Map<String, String> specialTokens) {
    return of(source, specialTokens, Clock.system(ZoneId.systemDefault()));
  }

  /** The same with the clock that {@code strftime_now} shows. */
  public static ChatTemplate of(String source, Map<String, String> specialTokens, Clock clock) {
    Objects.requireNonNull(source, "source");
    try {
      Template template = Template.compile(source, clock, TemplateLimits.DEFAULT);
      return new ChatTemplate(source, template, Map.copyOf(specialTokens));
    } catch (TemplateException e) {
      throw new ChatException("the chat template does not compile: " + e.describe(), e);
    }
  }

  /**
   * Reads the template of a model directory: {@code chat_template.jinja}, or else {@code
   * chat_template} of {@code tokenizer_config.json}; special tokens from the latter.
   *
   * @throws org.openr1.model.ModelFileException where there is none or it is damaged; names the
   *     file
   */
  public static ChatTemplate load(Path modelDirectory) {
    return ChatTemplateFiles.load(modelDirectory, "default");
  }

  /** The same for one of several named templates, such as {@code tool_use}. */
  public static ChatTemplate load(Path modelDirectory, String name) {
    return ChatTemplateFiles.load(modelDirectory, name);
  }

  /** The template as written. */
  public String source() {
    return source;
  }

  /** The text of a conversation. */
  public String render(List<? extends Map<String, ?>> messages, ChatOptions options) {
    return renderWithSpans(messages, options).text();
  }

  /** The text of one question, up to where the answer starts. */
  public String prompt(String user) {
    return render(List.of(Map.of("role", "user", "content", user)), ChatOptions.GENERATION);
  }

  /**
   * The text of a conversation and where the assistant speaks in it.
   *
   * @param messages maps with {@code role}, {@code content} and whatever else the template reads
   * @throws ChatException where the template fails or refuses the conversation
   */
  public RenderedChat renderWithSpans(
      List<? extends Map<String, ?>> messages, ChatOptions options) {
    List<Map<String, @Nullable Object>> prepared = ChatMessages.prepared(messages);
    String field = options.continueFinalMessage();
    String last = field == null ? null : ChatMessages.markContinuation(prepared, field, source);
    Map<String, @Nullable Object> variables = new LinkedHashMap<>(specialTokens);
    variables.putAll(options.variables());
    variables.put("messages", prepared);
    variables.put("tools", options.tools());
    variables.put("documents", options.documents());
    variables.put("add_generation_prompt", options.addGenerationPrompt());
    Rendered rendered;
    try {
      rendered = template.renderWithSpans(variables);
    } catch (TemplateException e) {
      throw new ChatException(
          e.raisedByTemplate()
              ? String.valueOf(e.getMessage())
              : "the chat template fails: " + e.describe(),
          e);
    }
    if (last == null) {
      return new RenderedChat(rendered.text(), rendered.generations());
    }
    String text = cutAfter(last, rendered.text());
    int length = text.codePointCount(0, text.length());
    return new RenderedChat(
        text,
        rendered.generations().stream()
            .filter(span -> span.start() < length)
            .map(span -> new Span(span.start(), Math.min(span.end(), length)))
            .toList());
  }

  /** Cuts the text right after the last message's own text. */
  private static String cutAfter(String last, String rendered) {
    String tag = ChatMessages.CONTINUE_TAG.strip();
    if (!rendered.contains(last.strip()) || !rendered.contains(tag)) {
      throw new ChatException(
          "continue_final_message is set but the final message does not appear in the chat after"
              + " applying the chat template! This can happen if the chat template deletes portions"
              + " of the final message. Please verify the chat template and final message in your"
              + " chat to ensure they are compatible.Final message to continue: "
              + last.strip()
              + "\nRendered chat:\n"
              + rendered);
    }
    int at = rendered.lastIndexOf(tag);
    String kept = rendered.substring(0, at);
    return rendered.startsWith(ChatMessages.CONTINUE_TAG, at) ? kept : kept.stripTrailing();
  }
}
