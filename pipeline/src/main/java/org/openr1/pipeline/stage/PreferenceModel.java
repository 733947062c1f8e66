package org.openr1.pipeline.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openr1.data.PreferencePair;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.train.preference.RewardModel;
import org.openr1.train.preference.TokenPair;

/**
 * A trained reward model with its tokenizer and chat template; scores text. One platform thread
 * owns it.
 */
final class PreferenceModel implements PreferenceScorer, AutoCloseable {
  private final RewardModel model;
  private final Tokenizer tokenizer;
  private final Texts texts;

  private PreferenceModel(RewardModel model, Tokenizer tokenizer, Texts texts) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.texts = texts;
  }

  /** Loads what a {@code reward_model} stage wrote. */
  static PreferenceModel load(Path directory, Precision precision, Device device) {
    RewardModel model = RewardModel.load(directory, precision, device);
    try {
      Tokenizer tokenizer = Tokenizer.load(directory);
      return new PreferenceModel(
          model, tokenizer, new Texts(tokenizer, ChatTemplate.load(directory)));
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** How prompt and answer become tokens, in training and in scoring. */
  record Texts(Tokenizer tokenizer, ChatTemplate template) {
    int[] tokens(String prompt, String answer) {
      int[] asked = tokenizer.encode(template.prompt(prompt));
      int[] said = tokenizer.encode(answer.strip());
      int[] all = new int[asked.length + said.length + 1];
      System.arraycopy(asked, 0, all, 0, asked.length);
      System.arraycopy(said, 0, all, asked.length, said.length);
      // The score is read at the last token, which is thus the same for every answer.
      all[all.length - 1] = tokenizer.eosId();
      return all;
    }

    TokenPair pair(PreferencePair pair) {
      return new TokenPair(
          tokens(pair.prompt(), pair.chosen()), tokens(pair.prompt(), pair.rejected()));
    }
  }

  @Override
  public double[] scores(List<String> prompts, List<String> answers) {
    if (prompts.size() != answers.size()) {
      throw new IllegalArgumentException(
          prompts.size() + " prompts, " + answers.size() + " answers");
    }
    List<int[]> sequences = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      sequences.add(texts.tokens(prompts.get(i), answers.get(i)));
    }
    return model.score(sequences);
  }

  @Override
  public void close() {
    tokenizer.close();
    model.close();
  }
}
