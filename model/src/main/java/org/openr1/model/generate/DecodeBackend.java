package org.openr1.model.generate;

import java.util.List;

/**
 * What continuous batching needs of a model: sequences live in rows 0 to n-1, each with its keys
 * and values; a step reads one token per row and gives the distribution of the next.
 */
interface DecodeBackend extends AutoCloseable {
  /** How a distribution is handed over. */
  enum Form {
    /** Probabilities at the sampling temperature. */
    PROBABILITIES,
    /** Log-probabilities at temperature 1. */
    LOGPROBS,
    /** Logits as the model gives them. */
    LOGITS
  }

  /** A prompt that has been read: its keys and values, and what follows its last token. */
  interface Prefix extends AutoCloseable {
    /** Tokens of the prompt. */
    int length();

    /** Distribution of the first new token, [vocabulary]. */
    float[] distribution();

    @Override
    void close();
  }

  /** Entries of a distribution. */
  int vocabularySize();

  /** Most tokens a sequence may have, prompt included. */
  int maxPositions();

  /** Reads prompts, all at once. */
  List<Prefix> prefill(List<int[]> prompts);

  /** Puts a sequence that starts with {@code prefix} into a row. */
  void start(int row, Prefix prefix);

  /** Moves the sequences of rows {@code from[i]} to rows {@code to[i]}; the sets are disjoint. */
  void move(int[] from, int[] to);

  /**
   * Appends {@code tokenIds[r]} to the sequence of each row r below {@code rows}.
   *
   * @param positions position of each token in its sequence
   * @return distributions [rows, vocabulary] one after another; valid until the next call
   */
  float[] step(int rows, int[] tokenIds, int[] positions);

  @Override
  void close();
}
