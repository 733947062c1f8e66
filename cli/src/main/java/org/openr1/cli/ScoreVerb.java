package org.openr1.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.chat.ChatOptions;
import org.openr1.model.score.ScoredSequence;
import org.openr1.model.score.Scorer;
import org.openr1.model.tokenizer.Tokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Log-probabilities of given texts. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    header = "Log-probability and entropy of every token of given texts.",
    description = {
      "",
      "Reads rows of JSON (one a line) with input_ids, text or messages and writes for each {id,"
          + " input_ids, logprobs, entropy}, in nats. logprobs[i] is log p(token i | tokens before"
          + " it), null for the first; entropy[i] is that of the distribution after token i.",
      "",
      "Example:",
      "    ./openr1 score models/tiny-base --input rows.jsonl --output scores.jsonl"
    },
    optionListHeading = "%nOptions:%n")
final class ScoreVerb implements Callable<Integer> {
  private static final int ROWS_A_ROUND = 64;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description = "Rows of JSON, one a line.")
  private Path input;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write; appears when complete. Default: standard output.")
  private @Nullable Path output;

  @Option(
      names = "--batch-tokens",
      paramLabel = "N",
      defaultValue = "2048",
      description = "Tokens computed together. Default: ${DEFAULT-VALUE}.")
  private int batchTokens;

  @Override
  public Integer call() throws IOException {
    if (batchTokens < 1) {
      throw new InputException("--batch-tokens must be positive: " + batchTokens);
    }
    Path directory = model.directory();
    try (Tokenizer tokenizer = Tokenizer.load(directory);
        CausalLm lm = model.load();
        OutputFile out = new OutputFile(output, spec.commandLine().getOut())) {
      Rows reader = new Rows(tokenizer, directory, lm.config().vocabSize(), ChatOptions.PLAIN);
      List<Rows.Row> rows = reader.read(input);
      Scorer scorer = new Scorer(lm, batchTokens);
      for (int from = 0; from < rows.size(); from += ROWS_A_ROUND) {
        List<Rows.Row> part = rows.subList(from, Math.min(rows.size(), from + ROWS_A_ROUND));
        List<ScoredSequence> scores = scorer.score(part.stream().map(Rows.Row::tokens).toList());
        for (int i = 0; i < part.size(); i++) {
          out.write(json(part.get(i), scores.get(i)));
        }
      }
      out.complete();
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static ObjectNode json(Rows.Row row, ScoredSequence scores) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.id());
    ArrayNode ids = json.putArray("input_ids");
    for (int id : row.tokens()) {
      ids.add(id);
    }
    ArrayNode logprobs = json.putArray("logprobs").addNull();
    for (float value : scores.logprobs()) {
      logprobs.add(value);
    }
    ArrayNode entropy = json.putArray("entropy");
    for (float value : scores.entropy()) {
      entropy.add(value);
    }
    return json;
  }
}
