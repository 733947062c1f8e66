package org.openr1.data.curation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openr1.data.Message;
import org.openr1.verify.Checker;

/**
 * A row on its way through curation: what will be a {@link org.openr1.data.Problem} if it is kept.
 *
 * @param number place among the rows of all sources, ascending from 0, each once
 * @param id unique within its dataset
 * @param dataset name of the source in the recipe
 * @param domain such as {@code math}
 * @param question what is asked, without the instructions of a prompt
 * @param messages the conversation that is asked, ending with the user's; usually one message
 * @param answer the reference answer, blank when the data has none
 * @param level difficulty, 1 is easiest; 0 when unknown
 * @param language ISO 639-1 code of the question's language
 * @param licence of the source, as the Hub names it, such as {@code apache-2.0}; blank when unknown
 * @param origin file and line
 * @param split such as {@code train}
 * @param columns what rewards may see besides, such as {@code verification_info}
 * @param measures what steps found out about the row, by {@code step.measure}, such as {@code
 *     pass_rate.rate}
 */
public record CurationRow(
    long number,
    String id,
    String dataset,
    String domain,
    String question,
    List<Message> messages,
    String answer,
    Checker checker,
    int level,
    String language,
    String licence,
    String origin,
    String split,
    SortedMap<String, String> columns,
    SortedMap<String, String> measures) {
  public CurationRow {
    messages = List.copyOf(messages);
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    if (number < 0 || level < 0) {
      throw new IllegalArgumentException(
          "number and level must not be negative: %d, %d".formatted(number, level));
    }
  }
}
