package org.openr1.model.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A "model" whose next-token distribution is a pseudo-random function of the whole sequence so far,
 * with rows that keep their sequence like a key-value cache: a row mixed up changes the samples.
 */
final class FakeBackend implements DecodeBackend {
  private final int vocabulary;
  private final int maxPositions;
  private final double stopProbability;
  private final List<List<Integer>> rows = new ArrayList<>();
  int prefilledPrompts;
  int openPrefixes;
  int steps;
  int rowSteps;
  int widest;
  int poisonedToken = -1;

  FakeBackend(int vocabulary, int maxPositions, double stopProbability) {
    this.vocabulary = vocabulary;
    this.maxPositions = maxPositions;
    this.stopProbability = stopProbability;
  }

  private final class FakePrefix implements Prefix {
    final int[] prompt;

    FakePrefix(int[] prompt) {
      this.prompt = prompt;
      openPrefixes++;
    }

    @Override
    public int length() {
      return prompt.length;
    }

    @Override
    public float[] distribution() {
      return after(Arrays.stream(prompt).boxed().toList());
    }

    @Override
    public void close() {
      openPrefixes--;
    }
  }

  /** Token 0 ends a sequence; the rest shares what is left by random weights. */
  float[] after(List<Integer> tokens) {
    float[] result = new float[vocabulary];
    if (tokens.getLast() == poisonedToken) {
      Arrays.fill(result, Float.NaN);
      return result;
    }
    Random random = new Random(tokens.hashCode());
    double sum = 0;
    for (int i = 1; i < vocabulary; i++) {
      result[i] = random.nextFloat();
      sum += result[i];
    }
    for (int i = 1; i < vocabulary; i++) {
      result[i] *= (float) ((1 - stopProbability) / sum);
    }
    result[0] = (float) stopProbability;
    return result;
  }

  @Override
  public int vocabularySize() {
    return vocabulary;
  }

  @Override
  public int maxPositions() {
    return maxPositions;
  }

  @Override
  public List<Prefix> prefill(List<int[]> prompts) {
    prefilledPrompts += prompts.size();
    List<Prefix> result = new ArrayList<>();
    for (int[] prompt : prompts) {
      result.add(new FakePrefix(prompt));
    }
    return result;
  }

  @Override
  public void start(int row, Prefix prefix) {
    while (rows.size() <= row) {
      rows.add(new ArrayList<>());
    }
    rows.set(row, new ArrayList<>(Arrays.stream(((FakePrefix) prefix).prompt).boxed().toList()));
  }

  @Override
  public void move(int[] from, int[] to) {
    for (int i = 0; i < from.length; i++) {
      rows.set(to[i], rows.get(from[i]));
      rows.set(from[i], new ArrayList<>());
    }
  }

  @Override
  public float[] step(int count, int[] tokenIds, int[] positions) {
    steps++;
    rowSteps += count;
    widest = Math.max(widest, count);
    float[] result = new float[count * vocabulary];
    for (int row = 0; row < count; row++) {
      List<Integer> sequence = rows.get(row);
      if (sequence.size() != positions[row]) {
        throw new IllegalStateException(
            "row " + row + " holds " + sequence.size() + " tokens, told " + positions[row]);
      }
      sequence.add(tokenIds[row]);
      System.arraycopy(after(sequence), 0, result, row * vocabulary, vocabulary);
    }
    return result;
  }

  @Override
  public void close() {}
}
