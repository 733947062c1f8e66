package org.openr1.model.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Opens the native tokenizers library without truncation, padding or network access. */
final class NativeTokenizers {
  private static final Map<String, String> OPTIONS =
      Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");

  static {
    // DJL reads these before it loads its library: offline keeps it from fetching a CUDA build and
    // from reporting its use to a server. Environment variables and flags of the user win.
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("RUST_FLAVOR", "cpu");
  }

  private NativeTokenizers() {}

  /** A tokenizer from the content of a {@code tokenizer.json}; fails with the library's reason. */
  static HuggingFaceTokenizer open(byte[] tokenizerJson) {
    try {
      return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizerJson), OPTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void setDefault(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
