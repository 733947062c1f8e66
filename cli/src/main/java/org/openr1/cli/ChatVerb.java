package org.openr1.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.chat.ChatOptions;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.generate.Completion;
import org.openr1.model.generate.EngineOptions;
import org.openr1.model.generate.GenerationEngine;
import org.openr1.model.generate.GenerationListener;
import org.openr1.model.generate.GenerationRequest;
import org.openr1.model.generate.SamplingParameters;
import org.openr1.model.generate.TokenEvent;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.pipeline.progress.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A conversation in the terminal. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    header = "Talk with a model in the terminal.",
    description = {
      "",
      "Type a question, read the answer as it is sampled. /new forgets the conversation, /quit (or"
          + " Ctrl-D) ends. Lines from a pipe are answered one after the other.",
      "",
      "Examples:",
      "    ./openr1 chat runs/quickstart/r1/output --single --temperature 0",
      "    echo 'sort 3142' | ./openr1 chat models/tiny-base --single"
    },
    optionListHeading = "%nOptions:%n")
final class ChatVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;
  @Mixin private SamplingOptions sampling;

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "System message in front of the conversation. Default: none.")
  private @Nullable String system;

  @Option(
      names = "--single",
      description = "Every line is a conversation of its own (as the tiny model was trained).")
  private boolean single;

  @Override
  public Integer call() throws IOException {
    SamplingParameters parameters = sampling.parameters();
    Path directory = model.directory();
    try (Tokenizer tokenizer = Tokenizer.load(directory);
        CausalLm lm = model.load();
        GenerationEngine engine = new GenerationEngine(lm, tokenizer, EngineOptions.ofSlots(1))) {
      ChatTemplate template = ChatTemplate.load(directory);
      converse(tokenizer, engine, template, parameters);
    }
    return 0;
  }

  private void converse(
      Tokenizer tokenizer,
      GenerationEngine engine,
      ChatTemplate template,
      SamplingParameters parameters)
      throws IOException {
    boolean terminal = Terminal.standard().interactive();
    PrintWriter out = spec.commandLine().getOut();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<Map<String, Object>> messages = start();
    int turn = 0;
    while (true) {
      if (terminal) {
        out.print("> ");
        out.flush();
      }
      String line = in.readLine();
      if (line == null || line.strip().equals("/quit")) {
        return;
      }
      if (line.isBlank()) {
        continue;
      }
      if (line.strip().equals("/new")) {
        messages = start();
        continue;
      }
      messages = single ? start() : messages;
      messages.add(Map.of("role", "user", "content", line));
      String text = template.render(messages, ChatOptions.GENERATION);
      GenerationRequest request =
          new GenerationRequest("turn-" + turn++, tokenizer.encode(text), 1);
      try {
        Completion answer =
            engine.generate(List.of(request), parameters, printing(out)).getFirst().getFirst();
        messages.add(Map.of("role", "assistant", "content", answer.text()));
      } catch (IllegalArgumentException e) {
        // The conversation no longer fits the model's context.
        throw new InputException(e.getMessage() + " (/new starts a new conversation)", e);
      }
      out.println();
      out.flush();
    }
  }

  private List<Map<String, Object>> start() {
    List<Map<String, Object>> messages = new ArrayList<>();
    if (system != null) {
      messages.add(Map.of("role", "system", "content", system));
    }
    return messages;
  }

  private static GenerationListener printing(PrintWriter out) {
    return new GenerationListener() {
      @Override
      public boolean wantsTokens() {
        return true;
      }

      @Override
      public void onToken(TokenEvent event) {
        out.print(event.text());
        out.flush();
      }
    };
  }
}
