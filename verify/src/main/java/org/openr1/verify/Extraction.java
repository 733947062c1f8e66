package org.openr1.verify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.openr1.verify.extraction.AnswerExtractor;
import org.openr1.verify.extraction.ExtractionPolicy;
import org.openr1.verify.extraction.FoundAnswer;

/** Where the answer of a completion is looked for. */
public enum Extraction {
  /** The answer element of a completion in the strict format, nothing in any other. */
  STRICT {
    @Override
    public Optional<String> of(String completion) {
      return ResponseFormat.parse(completion).map(ResponseFormat.Parts::answer);
    }
  },
  /** The last answer element, whatever stands around it. */
  ANSWER_TAG {
    @Override
    public Optional<String> of(String completion) {
      return ResponseFormat.answerElement(completion);
    }
  },
  /** The last answer element, or else wherever an answer is marked as one. */
  ANY {
    @Override
    public Optional<String> of(String completion) {
      return ANSWER_TAG.of(completion).or(() -> first(completion, MARKED));
    }
  },
  /** The same, and the last number of the text where no answer is marked. */
  LAST_NUMBER {
    @Override
    public Optional<String> of(String completion) {
      return ANY.of(completion).or(() -> first(completion, NUMBERS));
    }
  };

  private static final ExtractionPolicy MARKED =
      new ExtractionPolicy(true, true, true, false, true, false, false);
  private static final ExtractionPolicy NUMBERS =
      new ExtractionPolicy(false, true, false, false, false, false, false);

  private static Optional<String> first(String completion, ExtractionPolicy policy) {
    return AnswerExtractor.find(completion, policy).stream().findFirst().map(FoundAnswer::text);
  }

  /** The answer in the text of a completion; empty when there is none. */
  public abstract Optional<String> of(String completion);

  /**
   * The one with that name in lower case.
   *
   * @throws IllegalArgumentException naming those there are
   */
  public static Extraction byName(String name) {
    return Arrays.stream(values())
        .filter(value -> value.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no extraction '%s'; there are: %s"
                        .formatted(
                            name,
                            String.join(
                                ", ", Arrays.stream(values()).map(Extraction::id).toList()))));
  }

  /** The name in recipes. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
