package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a model to one prompt or to a file of them. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    header = "Sample answers to a prompt or to the rows of a file.",
    description = {
      "",
      "With --prompt the answer is printed as it is sampled. With --input, rows of JSON (one a"
          + " line) with input_ids, text or messages give rows {id, sample, text, token_ids,"
          + " logprobs, finish_reason} in the order in which they end.",
      "",
      "Examples:",
      "    ./openr1 generate models/tiny-base --prompt 'sort 3142' --temperature 0",
      "    ./openr1 generate models/tiny-base --input rows.jsonl --output answers.jsonl -n 4"
    },
    optionListHeading = "%nOptions:%n")
final class GenerateVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;
  @Mixin private SamplingOptions sampling;

  @Option(names = "--prompt", paramLabel = "TEXT", description = "A question or text.")
  private @Nullable String prompt;

  @Option(names = "--input", paramLabel = "FILE", description = "Rows of JSON, one a line.")
  private @Nullable Path input;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write rows; appears when complete. Default: standard output.")
  private @Nullable Path output;

  @Option(
      names = "--raw",
      description = "Continue the text of --prompt as it is, without the chat template.")
  private boolean raw;

  @Option(
      names = {"-n", "--num-generations"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Answers to each prompt. Default: ${DEFAULT-VALUE}.")
  private int numGenerations;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "16",
      description = "Answers sampled at a time. Default: ${DEFAULT-VALUE}.")
  private int slots;

  @Override
  public Integer call() throws IOException {
    if ((prompt == null) == (input == null)) {
      throw new InputException("give either --prompt TEXT or --input FILE");
    }
    if (numGenerations < 1 || slots < 1) {
      throw new InputException("--num-generations and --slots must be at least 1");
    }
    SamplingParameters parameters = sampling.parameters();
    Path directory = model.directory();
    try (Tokenizer tokenizer = Tokenizer.load(directory);
        CausalLm lm = model.load();
        GenerationEngine engine =
            new GenerationEngine(lm, tokenizer, EngineOptions.ofSlots(slots))) {
      if (prompt != null) {
        onePrompt(prompt, tokenizer, engine, parameters, directory);
      } else if (input != null) {
        rows(input, lm, tokenizer, engine, parameters, directory);
      }
    } catch (IllegalArgumentException e) {
      // The engine refuses prompts that do not fit the model.
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  private void onePrompt(
      String text,
      Tokenizer tokenizer,
      GenerationEngine engine,
      SamplingParameters parameters,
      Path directory) {
    String rendered = raw ? text : ChatTemplate.load(directory).prompt(text);
    PrintWriter out = spec.commandLine().getOut();
    boolean streaming = numGenerations == 1;
    GenerationListener listener =
        new GenerationListener() {
          @Override
          public boolean wantsTokens() {
            return streaming;
          }

          @Override
          public void onToken(TokenEvent event) {
            out.print(event.text());
            out.flush();
          }
        };
    GenerationRequest request =
        new GenerationRequest("prompt", tokenizer.encode(rendered), numGenerations);
    List<Completion> answers = engine.generate(List.of(request), parameters, listener).getFirst();
    if (streaming) {
      out.println();
    } else {
      answers.forEach(
          answer -> out.printf("--- %d%n%s%n", answer.sampleIndex() + 1, answer.text()));
    }
    out.flush();
  }

  private void rows(
      Path file,
      CausalLm lm,
      Tokenizer tokenizer,
      GenerationEngine engine,
      SamplingParameters parameters,
      Path directory)
      throws IOException {
    Rows reader = new Rows(tokenizer, directory, lm.config().vocabSize(), ChatOptions.GENERATION);
    List<Rows.Row> rows = reader.read(file);
    try (OutputFile out = new OutputFile(output, spec.commandLine().getOut())) {
      List<GenerationRequest> requests =
          rows.stream()
              .map(row -> new GenerationRequest(row.id(), row.tokens(), numGenerations))
              .toList();
      engine.generate(
          requests,
          parameters,
          completion -> {
            try {
              out.write(json(completion));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      out.complete();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    spec.commandLine().getOut().flush();
  }

  private static ObjectNode json(Completion completion) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", completion.requestId());
    json.put("sample", completion.sampleIndex());
    json.put("text", completion.text());
    ArrayNode ids = json.putArray("token_ids");
    for (int id : completion.tokenIds()) {
      ids.add(id);
    }
    ArrayNode logprobs = json.putArray("logprobs");
    for (float value : completion.logprobs()) {
      logprobs.add(value);
    }
    String reason = completion.finishReason().name().toLowerCase(java.util.Locale.ROOT);
    return json.put("finish_reason", reason);
  }
}
