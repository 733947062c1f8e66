package org.openr1.model.gguf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;
import org.openr1.model.tokenizer.AddedToken;
import org.openr1.model.tokenizer.BytePairTokenizer;
import org.openr1.model.tokenizer.PreTokenization;

/** The byte-level BPE tokenizer in the metadata of a GGUF file. */
final class GgufTokenizer {
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int USER_DEFINED = 4;
  private static final int UNUSED = 5;

  private static final String WORDS_AND_DIGITS =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}%s"
          + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
  private static final PreTokenization GPT2 = new PreTokenization(false, false, List.of(), true);
  private static final PreTokenization GPT2_DIGITS =
      new PreTokenization(false, true, List.of(), true);
  private static final PreTokenization QWEN2 =
      new PreTokenization(true, false, List.of(WORDS_AND_DIGITS.formatted("")), false);
  private static final PreTokenization LLAMA3 =
      new PreTokenization(false, false, List.of(WORDS_AND_DIGITS.formatted("{1,3}")), false);

  /** What llama.cpp calls a pre-tokenizer, and how the same is said in tokenizer.json. */
  private static final Map<String, PreTokenization> KNOWN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("gpt-2", GPT2),
              Map.entry("smollm", GPT2_DIGITS),
              Map.entry("starcoder", GPT2_DIGITS),
              Map.entry("refact", GPT2_DIGITS),
              Map.entry("qwen2", QWEN2),
              Map.entry("deepseek-r1-qwen", QWEN2),
              Map.entry("llama-bpe", LLAMA3),
              Map.entry("llama3", LLAMA3),
              Map.entry("llama-v3", LLAMA3)));

  private final GgufFile file;
  private final GgufMetadata metadata;
  private final List<String> tokens;

  GgufTokenizer(GgufFile file) {
    this.file = file;
    this.metadata = file.metadata();
    String model = metadata.string("tokenizer.ggml.model");
    if (!model.equals("gpt2")) {
      throw new ModelFileException(
          file.path(),
          "tokenizer model '" + model + "' is not supported, only gpt2 (byte-level BPE)");
    }
    this.tokens = metadata.strings("tokenizer.ggml.tokens");
    if (tokens.isEmpty()) {
      throw new ModelFileException(file.path(), "metadata tokenizer.ggml.tokens is empty");
    }
  }

  /** Number of ids. */
  int size() {
    return tokens.size();
  }

  @Nullable Integer bosId() {
    return id("bos");
  }

  @Nullable Integer padId() {
    return id("padding");
  }

  /** The end of a sequence, and the end of a turn where that is another token. */
  List<Integer> eosIds() {
    SequencedSet<Integer> ids = new LinkedHashSet<>();
    for (String kind : List.of("eos", "eot")) {
      @Nullable Integer id = id(kind);
      if (id != null) {
        ids.add(id);
      }
    }
    return List.copyOf(ids);
  }

  /** The tokenizer for a model of this longest context. */
  BytePairTokenizer tokenizer(int maximumLength) {
    PreTokenization preTokenization = preTokenization();
    List<Long> types = metadata.integers("tokenizer.ggml.token_type");
    if (types.size() != tokens.size()) {
      throw new ModelFileException(
          file.path(), types.size() + " token types for " + tokens.size() + " tokens");
    }
    SequencedMap<String, Integer> vocabulary = new LinkedHashMap<>();
    List<AddedToken> added = new ArrayList<>();
    for (int id = 0; id < tokens.size(); id++) {
      String token = tokens.get(id);
      int type = Math.toIntExact(types.get(id));
      if (type == UNUSED) {
        continue;
      }
      if (vocabulary.putIfAbsent(token, id) != null) {
        throw new ModelFileException(file.path(), "token '" + token + "' occurs twice");
      }
      if (type == CONTROL || type == USER_DEFINED || type == UNKNOWN) {
        added.add(new AddedToken(id, token, type != USER_DEFINED));
      }
    }
    SequencedMap<String, String> special = new LinkedHashMap<>();
    for (Map.Entry<String, String> role :
        List.of(
            Map.entry("bos_token", "bos"),
            Map.entry("eos_token", "eos"),
            Map.entry("pad_token", "padding"),
            Map.entry("unk_token", "unknown"))) {
      @Nullable Integer id = id(role.getValue());
      if (id != null && vocabulary.containsKey(tokens.get(id))) {
        special.put(role.getKey(), tokens.get(id));
      }
    }
    // llama.cpp treats Llama 3's vocabularies so without being told.
    boolean llama3 = preTokenization.equals(LLAMA3);
    boolean addBos = metadata.bool("tokenizer.ggml.add_bos_token", llama3);
    return new BytePairTokenizer(
        vocabulary,
        merges(vocabulary),
        llama3,
        preTokenization,
        added,
        special,
        addBos && special.containsKey("bos_token"),
        metadata.stringOrNull("tokenizer.chat_template"),
        maximumLength);
  }

  private PreTokenization preTokenization() {
    String name = metadata.string("tokenizer.ggml.pre");
    @Nullable PreTokenization known = KNOWN.get(name);
    if (known == null) {
      throw new ModelFileException(
          file.path(),
          "pre-tokenizer '%s' is not supported; supported are %s"
              .formatted(name, String.join(", ", KNOWN.keySet())));
    }
    return known;
  }

  private List<String> merges(Map<String, Integer> vocabulary) {
    List<String> merges = metadata.strings("tokenizer.ggml.merges");
    for (String merge : merges) {
      int space = merge.indexOf(' ', 1);
      if (space < 0
          || !vocabulary.containsKey(merge.substring(0, space))
          || !vocabulary.containsKey(merge.substring(space + 1))
          || !vocabulary.containsKey(merge.substring(0, space) + merge.substring(space + 1))) {
        throw new ModelFileException(
            file.path(), "merge '" + merge + "' does not join two tokens into a third");
      }
    }
    return merges;
  }

  private @Nullable Integer id(String kind) {
    String key = "tokenizer.ggml." + kind + "_token_id";
    OptionalLong id = metadata.integerIfPresent(key);
    if (id.isEmpty()) {
      return null;
    }
    if (id.getAsLong() >= tokens.size()) {
      throw new ModelFileException(
          file.path(),
          "metadata %s is %d, there are %d tokens".formatted(key, id.getAsLong(), tokens.size()));
    }
    return (int) id.getAsLong();
  }
}
