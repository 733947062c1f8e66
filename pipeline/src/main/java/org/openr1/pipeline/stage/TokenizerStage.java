package org.openr1.pipeline.stage;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.openr1.data.corpus.CorpusMixture;
import org.openr1.data.corpus.TinyCorpus;
import org.openr1.model.AtomicFiles;
import org.openr1.model.tokenizer.BytePairTokenizer;
import org.openr1.model.tokenizer.BytePairTrainer;
import org.openr1.model.tokenizer.TokenizerWriter;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Origin;
import org.openr1.pipeline.recipe.RecordNodes;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.run.StageOutcome;

/** Trains the byte-level BPE tokenizer of the tiny models on the corpus. */
public final class TokenizerStage implements Stage {
  private final Settings settings;

  private TokenizerStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param vocabSize tokens in all
   * @param documents documents of the corpus to learn from
   * @param maxLength longest sequence the tokenizer files declare
   * @param corpus what the corpus is made of
   */
  record Settings(int vocabSize, int documents, int maxLength, CorpusMixture corpus) {
    Settings {
      if (documents < 1) {
        throw new IllegalArgumentException("documents is " + documents + ", at least 1 is needed");
      }
    }
  }

  /** The kind {@code tokenizer}. */
  public static StageKind<?> kind() {
    Node.Mapping defaults =
        YamlReader.parseMapping(
            "defaults of tokenizer",
            """
            purpose: Learn a small byte-level vocabulary from the corpus
            vocab_size: 320
            documents: 4000
            max_length: 1024
            """);
    return new StageKind<>(
        "tokenizer", Artifact.TOKENIZER, withCorpus(defaults), Settings.class, TokenizerStage::new);
  }

  /** Adds the standard mixture under {@code corpus}. */
  static Node.Mapping withCorpus(Node.Mapping defaults) {
    Origin origin = new Origin("corpus default", 0);
    return defaults.with("corpus", RecordNodes.of(CorpusMixture.standard(), origin), origin);
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    TinyCorpus corpus = new TinyCorpus(Seeds.shared(context, "corpus"), settings.corpus());
    Iterable<String> texts =
        () -> {
          Iterator<String> each =
              corpus
                  .from(0)
                  .limit(settings.documents())
                  .map(document -> document.prompt() + "\n" + document.response())
                  .iterator();
          return each;
        };
    BytePairTokenizer tokenizer =
        BytePairTrainer.train(
            texts, settings.vocabSize(), BytePairTrainer.houseChatTemplate(), settings.maxLength());
    AtomicFiles.writeDirectory(
        context.output(), directory -> TokenizerWriter.write(directory, tokenizer));
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    figures.put("tokens", (double) tokenizer.size());
    return new StageOutcome(figures, Compute.NONE);
  }
}
