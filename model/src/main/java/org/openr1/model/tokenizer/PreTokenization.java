package org.openr1.model.tokenizer;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a text is cut into pieces before byte-level merges apply; no token crosses a piece's border.
 *
 * @param normalizeNfc whether the text is brought to Unicode NFC first
 * @param individualDigits whether every digit becomes a piece of its own first
 * @param patterns regular expressions; each match becomes a piece, in this order
 * @param gpt2Pattern whether GPT-2's own pattern cuts last
 */
public record PreTokenization(
    boolean normalizeNfc, boolean individualDigits, List<String> patterns, boolean gpt2Pattern) {

  /** Copies the list. */
  public PreTokenization {
    patterns = List.copyOf(patterns);
  }

  /** Cuts by one pattern only. */
  public static PreTokenization split(String pattern) {
    return new PreTokenization(false, false, List.of(pattern), false);
  }

  /** The {@code normalizer} entry of {@code tokenizer.json}, null where there is none. */
  ObjectNode normalizerInto(ObjectNode document) {
    if (normalizeNfc) {
      document.putObject("normalizer").put("type", "NFC");
    } else {
      document.putNull("normalizer");
    }
    return document;
  }

  /** The {@code pre_tokenizer} entry of {@code tokenizer.json}. */
  ObjectNode toJson() {
    ObjectNode sequence = JsonNodeFactory.instance.objectNode();
    sequence.put("type", "Sequence");
    ArrayNode steps = sequence.putArray("pretokenizers");
    if (individualDigits) {
      steps.addObject().put("type", "Digits").put("individual_digits", true);
    }
    for (String pattern : patterns) {
      ObjectNode step = steps.addObject().put("type", "Split");
      step.putObject("pattern").put("Regex", pattern);
      step.put("behavior", "Isolated").put("invert", false);
    }
    steps
        .addObject()
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", true)
        .put("use_regex", gpt2Pattern);
    return sequence;
  }
}
