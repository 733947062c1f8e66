package org.openr1.model.tokenizer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openr1.model.AtomicFiles;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the tokenizer files of a Hugging Face model directory: {@code tokenizer.json}, {@code
 * tokenizer_config.json} with the chat template, {@code special_tokens_map.json}.
 */
public final class TokenizerWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private TokenizerWriter() {}

  /** Writes the files into an existing directory, each atomically. */
  public static void write(Path directory, BytePairTokenizer tokenizer) throws IOException {
    AtomicFiles.write(directory.resolve("tokenizer.json"), text(document(tokenizer)));
    AtomicFiles.write(directory.resolve("tokenizer_config.json"), text(configuration(tokenizer)));
    AtomicFiles.write(directory.resolve("special_tokens_map.json"), text(specialMap(tokenizer)));
  }

  private static String text(ObjectNode node) {
    return JSON.writeValueAsString(node) + "\n";
  }

  private static ObjectNode document(BytePairTokenizer tokenizer) {
    ObjectNode document = JSON.createObjectNode();
    document.put("version", "1.0");
    document.putNull("truncation");
    document.putNull("padding");
    ArrayNode added = document.putArray("added_tokens");
    for (AddedToken token : tokenizer.addedTokens()) {
      describe(added.addObject().put("id", token.id()), token);
    }
    tokenizer.preTokenization().normalizerInto(document);
    document.set("pre_tokenizer", tokenizer.preTokenization().toJson());
    postProcessor(document, tokenizer);
    document
        .putObject("decoder")
        .put("type", "ByteLevel")
        .put("add_prefix_space", true)
        .put("trim_offsets", true)
        .put("use_regex", true);
    ObjectNode model = document.putObject("model");
    model.put("type", "BPE");
    for (String absent :
        List.of("dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix")) {
      model.putNull(absent);
    }
    model.put("fuse_unk", false);
    model.put("byte_fallback", false);
    model.put("ignore_merges", tokenizer.ignoreMerges());
    ObjectNode vocabulary = model.putObject("vocab");
    tokenizer.vocabulary().forEach(vocabulary::put);
    ArrayNode merges = model.putArray("merges");
    tokenizer.merges().forEach(merges::add);
    return document;
  }

  private static void postProcessor(ObjectNode document, BytePairTokenizer tokenizer) {
    if (!tokenizer.addBos()) {
      document.putNull("post_processor");
      return;
    }
    String bos = tokenizer.specialTokens().getOrDefault("bos_token", "");
    int id = idOf(tokenizer, bos);
    ObjectNode processor = document.putObject("post_processor").put("type", "TemplateProcessing");
    ArrayNode single = processor.putArray("single");
    piece(single, "SpecialToken", bos, 0);
    piece(single, "Sequence", "A", 0);
    ArrayNode pair = processor.putArray("pair");
    piece(pair, "SpecialToken", bos, 0);
    piece(pair, "Sequence", "A", 0);
    piece(pair, "SpecialToken", bos, 1);
    piece(pair, "Sequence", "B", 1);
    ObjectNode special = processor.putObject("special_tokens").putObject(bos).put("id", bos);
    special.putArray("ids").add(id);
    special.putArray("tokens").add(bos);
  }

  private static void piece(ArrayNode pieces, String kind, String id, int typeId) {
    pieces.addObject().putObject(kind).put("id", id).put("type_id", typeId);
  }

  private static int idOf(BytePairTokenizer tokenizer, String content) {
    return tokenizer.addedTokens().stream()
        .filter(token -> token.content().equals(content))
        .mapToInt(AddedToken::id)
        .findFirst()
        .orElseGet(() -> tokenizer.vocabulary().getOrDefault(content, -1));
  }

  private static ObjectNode configuration(BytePairTokenizer tokenizer) {
    ObjectNode configuration = JSON.createObjectNode();
    configuration.put("add_prefix_space", false);
    ObjectNode decoder = configuration.putObject("added_tokens_decoder");
    for (AddedToken token : tokenizer.addedTokens()) {
      describe(decoder.putObject(Integer.toString(token.id())), token);
    }
    configuration.put("clean_up_tokenization_spaces", false);
    tokenizer.specialTokens().forEach(configuration::put);
    configuration.put("model_max_length", tokenizer.maximumLength());
    configuration.put("tokenizer_class", "PreTrainedTokenizerFast");
    if (tokenizer.chatTemplate() != null) {
      configuration.put("chat_template", tokenizer.chatTemplate());
    }
    return configuration;
  }

  private static ObjectNode specialMap(BytePairTokenizer tokenizer) {
    ObjectNode map = JSON.createObjectNode();
    for (Map.Entry<String, String> special : tokenizer.specialTokens().entrySet()) {
      map.putObject(special.getKey())
          .put("content", special.getValue())
          .put("lstrip", false)
          .put("normalized", false)
          .put("rstrip", false)
          .put("single_word", false);
    }
    return map;
  }

  private static void describe(ObjectNode node, AddedToken token) {
    node.put("content", token.content())
        .put("single_word", false)
        .put("lstrip", false)
        .put("rstrip", false)
        .put("normalized", false)
        .put("special", token.special());
  }
}
