package org.openr1.model.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Trains a small byte-level BPE vocabulary (Sennrich et al. 2016, section 3.2, on bytes as in
 * GPT-2).
 *
 * <p>The pre-tokenizer keeps every digit and every punctuation mark a piece of its own and lets a
 * word with the space before it become one token. Ids: added tokens first, then the 256 bytes, then
 * merges in the order they were learned. The same texts in any order give the same tokenizer.
 */
public final class BytePairTrainer {
  /** A digit, a word or a mark with the space before it, or one white space character. */
  public static final String PIECES = "\\p{N}| ?\\p{L}+| ?[^\\s\\p{L}\\p{N}]|\\s";

  private static final int BYTES = 256;
  private static final int SMALLEST_COUNT = 2;

  private BytePairTrainer() {}

  /**
   * The tokens of the house format: {@code <|pad|> <|user|> <|assistant|> <|end|>} (special), and
   * {@code <think> </think> <answer> </answer>}, which decoding keeps.
   */
  public static List<AddedToken> houseTokens() {
    return List.of(
        new AddedToken(0, "<|pad|>", true),
        new AddedToken(1, "<|user|>", true),
        new AddedToken(2, "<|assistant|>", true),
        new AddedToken(3, "<|end|>", true),
        new AddedToken(4, "<think>", false),
        new AddedToken(5, "</think>", false),
        new AddedToken(6, "<answer>", false),
        new AddedToken(7, "</answer>", false));
  }

  /**
   * The chat template that goes with {@link #houseTokens}: {@code
   * <|user|>QUESTION<|end|><|assistant|>ANSWER<|end|>}, the answer marked as generated.
   */
  public static String houseChatTemplate() {
    String name = "house-chat-template.jinja";
    try (@Nullable InputStream source = BytePairTrainer.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(source, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * Trains a tokenizer with {@link #houseTokens}: {@code <|end|>} ends a sequence, {@code <|pad|>}
   * pads.
   *
   * @param texts training texts; added tokens inside them separate pieces
   * @param vocabSize number of ids wanted, at least 264; fewer come out when no pair occurs twice
   * @param chatTemplate Jinja source, see {@link #houseChatTemplate}
   * @param maximumLength longest sequence of the model in tokens
   */
  public static BytePairTokenizer train(
      Iterable<String> texts, int vocabSize, String chatTemplate, int maximumLength) {
    Objects.requireNonNull(chatTemplate, "chatTemplate");
    List<AddedToken> added = houseTokens();
    if (vocabSize < BYTES + added.size()) {
      throw new IllegalArgumentException(
          "vocabulary of %d is smaller than %d bytes and %d added tokens"
              .formatted(vocabSize, BYTES, added.size()));
    }
    List<String> spellings = new ArrayList<>();
    added.forEach(token -> spellings.add(token.content()));
    for (int value = 0; value < BYTES; value++) {
      spellings.add(String.valueOf(ByteAlphabet.character(value)));
    }
    List<Word> words = words(texts, added);
    List<String> merges = new ArrayList<>();
    while (spellings.size() < vocabSize) {
      @Nullable Pair best = mostFrequent(words);
      if (best == null) {
        break;
      }
      merges.add(spellings.get(best.left) + " " + spellings.get(best.right));
      int merged = spellings.size();
      spellings.add(spellings.get(best.left) + spellings.get(best.right));
      words.forEach(word -> word.merge(best, merged));
    }
    SequencedMap<String, Integer> vocabulary = new LinkedHashMap<>();
    spellings.forEach(spelling -> vocabulary.put(spelling, vocabulary.size()));
    SequencedMap<String, String> special = new LinkedHashMap<>();
    special.put("eos_token", "<|end|>");
    special.put("pad_token", "<|pad|>");
    return new BytePairTokenizer(
        vocabulary,
        merges,
        false,
        PreTokenization.split(PIECES),
        added,
        special,
        false,
        chatTemplate,
        maximumLength);
  }

  private record Pair(int left, int right) {}

  /** A piece of text as token ids, with the number of times it occurs. */
  private static final class Word {
    private int[] ids;
    private int length;
    private final long count;

    Word(String piece, long count, int firstByte) {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      this.ids = new int[bytes.length];
      this.length = bytes.length;
      this.count = count;
      for (int i = 0; i < bytes.length; i++) {
        ids[i] = firstByte + (bytes[i] & 0xFF);
      }
    }

    void merge(Pair pair, int merged) {
      int kept = 0;
      for (int i = 0; i < length; i++) {
        if (ids[i] == pair.left && i + 1 < length && ids[i + 1] == pair.right) {
          ids[kept++] = merged;
          i++;
        } else {
          ids[kept++] = ids[i];
        }
      }
      length = kept;
    }
  }

  private static List<Word> words(Iterable<String> texts, List<AddedToken> added) {
    Pattern pieces = Pattern.compile(PIECES, Pattern.UNICODE_CHARACTER_CLASS);
    Pattern separators =
        Pattern.compile(
            added.stream().map(t -> Pattern.quote(t.content())).collect(Collectors.joining("|")));
    Map<String, Long> counts = new TreeMap<>();
    for (String text : texts) {
      for (String part : separators.splitAsStream(text).toList()) {
        Matcher matcher = pieces.matcher(part);
        while (matcher.find()) {
          counts.merge(matcher.group(), 1L, Long::sum);
        }
      }
    }
    List<Word> words = new ArrayList<>();
    counts.forEach((piece, count) -> words.add(new Word(piece, count, added.size())));
    return words;
  }

  /** The most frequent pair, of equals the one with the smallest ids; null when none repeats. */
  private static @Nullable Pair mostFrequent(List<Word> words) {
    Map<Pair, Long> counts = new HashMap<>();
    for (Word word : words) {
      for (int i = 0; i + 1 < word.length; i++) {
        counts.merge(new Pair(word.ids[i], word.ids[i + 1]), word.count, Long::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= SMALLEST_COUNT)
        .min(
            Map.Entry.<Pair, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparingInt(entry -> entry.getKey().left)
                .thenComparingInt(entry -> entry.getKey().right))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
