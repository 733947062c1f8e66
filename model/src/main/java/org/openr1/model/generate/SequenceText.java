package org.openr1.model.generate;

import java.util.List;
import org.openr1.model.tokenizer.StreamingDecoder;

/** Text of a running sequence as it streams: decodes each token and watches for stop strings. */
final class SequenceText {
  private final StreamingDecoder decoder;
  private final StopStringMatcher matcher;

  SequenceText(TokenDecoder decoder, List<String> stopStrings) {
    this.decoder = new StreamingDecoder(decoder::decode);
    this.matcher = new StopStringMatcher(stopStrings);
  }

  /** Takes a token and gives the text that can be shown. */
  String append(int tokenId) {
    return matcher.append(decoder.add(tokenId));
  }

  /** What was held back until the sequence ended. */
  String finish() {
    String piece = matcher.append(decoder.flush());
    return piece + matcher.finish();
  }

  boolean stopped() {
    return matcher.matched();
  }

  /** All text so far, cut before a stop string. */
  String text() {
    return matcher.text();
  }
}
