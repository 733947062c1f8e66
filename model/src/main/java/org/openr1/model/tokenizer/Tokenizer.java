package org.openr1.model.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;

/**
 * Tokenizer of a Hugging Face model directory: {@code tokenizer.json} with the special tokens that
 * {@code tokenizer_config.json} and its companions declare.
 *
 * <p>Encoding never truncates, never pads and gives the ids of the Python {@code tokenizers}
 * library. Safe for use by several threads at once until it is closed.
 */
public final class Tokenizer implements AutoCloseable {
  private final Path directory;
  private final HuggingFaceTokenizer library;
  private final TokenizerFiles files;
  private final int vocabSize;

  private Tokenizer(Path directory, HuggingFaceTokenizer library, TokenizerFiles files) {
    this.directory = directory;
    this.library = library;
    this.files = files;
    this.vocabSize = files.size();
  }

  /**
   * Loads the tokenizer of a model directory.
   *
   * @throws ModelFileException when a file is missing or damaged; names file and reason
   */
  public static Tokenizer load(Path directory) {
    Objects.requireNonNull(directory, "directory");
    Path file = directory.resolve("tokenizer.json");
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException(file, "no such file; a model directory needs its tokenizer");
    }
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ModelFileException(file, "cannot be read: " + e.getMessage(), e);
    }
    TokenizerFiles files = TokenizerFiles.read(directory, json);
    return new Tokenizer(directory, openLibrary(file, json), files);
  }

  private static HuggingFaceTokenizer openLibrary(Path file, byte[] json) {
    try {
      return NativeTokenizers.open(json);
    } catch (RuntimeException e) {
      // The native library reports every kind of damage as a plain RuntimeException.
      throw new ModelFileException(
          file, "rejected by the tokenizers library: " + e.getMessage(), e);
    }
  }

  /** Token ids of a text; added tokens in the text are recognised, none are put around it. */
  public int[] encode(String text) {
    return encode(text, false);
  }

  /**
   * Token ids of a text.
   *
   * @param addSpecialTokens whether the tokenizer's post-processor adds its tokens (for example
   *     Llama 3's beginning-of-sequence token)
   */
  public int[] encode(String text, boolean addSpecialTokens) {
    return toInts(library.encode(wellFormed(text), addSpecialTokens, false).getIds());
  }

  /** Token ids of several texts, encoded in parallel by the library. */
  public List<int[]> encodeAll(List<String> texts, boolean addSpecialTokens) {
    Objects.requireNonNull(texts, "texts");
    if (texts.isEmpty()) {
      return List.of();
    }
    List<String> clean = texts.stream().map(Tokenizer::wellFormed).toList();
    List<int[]> ids = new ArrayList<>(clean.size());
    for (ai.djl.huggingface.tokenizers.Encoding encoding :
        library.batchEncode(clean, addSpecialTokens, false)) {
      ids.add(toInts(encoding.getIds()));
    }
    return ids;
  }

  /** Token ids with the characters each covers; no special tokens are put around the text. */
  public Encoding encodeWithOffsets(String text) {
    return encodeWithOffsets(text, false);
  }

  /** Token ids with the characters each covers. */
  public Encoding encodeWithOffsets(String text, boolean addSpecialTokens) {
    String clean = wellFormed(text);
    ai.djl.huggingface.tokenizers.Encoding encoding =
        library.encode(clean, addSpecialTokens, false);
    int[] ids = toInts(encoding.getIds());
    // The library counts code points; Java strings are indexed by UTF-16 units.
    CodePointIndex index = CodePointIndex.of(clean);
    @Nullable CharSpan[] spans = encoding.getCharTokenSpans();
    int[] starts = new int[ids.length];
    int[] ends = new int[ids.length];
    int previousEnd = 0;
    for (int i = 0; i < ids.length; i++) {
      @Nullable CharSpan span = spans[i];
      starts[i] = span == null ? previousEnd : index.charIndex(span.getStart());
      ends[i] = span == null ? previousEnd : index.charIndex(span.getEnd());
      previousEnd = ends[i];
    }
    return new Encoding(ids, starts, ends);
  }

  /**
   * Text of token ids. Bytes that are no UTF-8 become U+FFFD; ids above the vocabulary (models pad
   * theirs) stand for nothing.
   *
   * @param skipSpecial whether added tokens marked special are left out
   */
  public String decode(int[] ids, boolean skipSpecial) {
    return decode(ids, 0, ids.length, skipSpecial);
  }

  /** Text of {@code ids[from, to)}; see {@link #decode(int[], boolean)}. */
  public String decode(int[] ids, int from, int to, boolean skipSpecial) {
    Objects.checkFromToIndex(from, to, ids.length);
    long[] wide = new long[to - from];
    for (int i = from; i < to; i++) {
      if (ids[i] < 0) {
        throw new IllegalArgumentException("token id " + ids[i] + " at " + i + " is negative");
      }
      wide[i - from] = ids[i];
    }
    return wide.length == 0 ? "" : library.decode(wide, skipSpecial);
  }

  /** A decoder for tokens that arrive one at a time. */
  public StreamingDecoder streamingDecoder(boolean skipSpecial) {
    return new StreamingDecoder(ids -> decode(ids, skipSpecial));
  }

  /**
   * The end-of-sequence token.
   *
   * @throws ModelFileException when no file of the directory declares one
   */
  public int eosId() {
    return files
        .eosId()
        .orElseThrow(
            () ->
                new ModelFileException(
                    directory.resolve("tokenizer_config.json"), "declares no eos_token"));
  }

  /** The padding token; where none is declared, the end-of-sequence token, as is the custom. */
  public int padId() {
    return files.padId().isPresent() ? files.padId().getAsInt() : eosId();
  }

  /** The beginning-of-sequence token, where one is declared. */
  public OptionalInt bosId() {
    return files.bosId();
  }

  /** One more than the largest token id (a model's {@code vocab_size} may be larger). */
  public int vocabSize() {
    return vocabSize;
  }

  /** The id of an added token, or of a vocabulary entry in its byte-level spelling. */
  public OptionalInt idOf(String token) {
    return files.idOf(token);
  }

  /** The added tokens in the order of the file. */
  public List<AddedToken> addedTokens() {
    return List.copyOf(files.addedTokens().values());
  }

  /** The directory this tokenizer was loaded from. */
  public Path directory() {
    return directory;
  }

  /** Frees the native tokenizer; it must not be in use. */
  @Override
  public void close() {
    library.close();
  }

  /** The text with lone surrogates, which have no UTF-8 form, replaced by U+FFFD. */
  private static String wellFormed(String text) {
    Objects.requireNonNull(text, "text");
    char @Nullable [] changed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        changed = changed == null ? text.toCharArray() : changed;
        changed[i] = '\uFFFD';
      }
    }
    return changed == null ? text : new String(changed);
  }

  private static int[] toInts(long[] ids) {
    return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
  }
}
