package org.openr1.data.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openr1.data.Example;
import org.openr1.data.Message;
import org.openr1.verify.ResponseFormat;

/**
 * Worked solutions of a data set as examples to fine-tune on: the only door through which solutions
 * written by others come in. Reinforcement learning reads problems through {@link ProblemFormat},
 * which leaves them out.
 */
public final class WorkedSource {
  private static final String MARK = "####";

  private WorkedSource() {}

  /**
   * GSM8K's solutions in the think/answer format, without its calculator marks {@code <<48/2=24>>}.
   *
   * @throws DataFileException naming file and line; also when the file has no rows
   */
  public static List<Example> gsm8k(Path file) {
    return JsonLines.read(
        file,
        row -> {
          String text = row.text("answer");
          String answer = finalAnswer(text);
          String solution =
              text.substring(0, text.lastIndexOf(MARK)).replaceAll("<<[^<>]*>>", "").strip();
          String response =
              ResponseFormat.render("\n" + solution + "\n", "\n" + answer + "\n")
                  .replace("</think><answer>", "</think>\n<answer>");
          return new Example(
              "gsm8k-%s-%d".formatted(row.file().getFileName(), row.line()),
              List.of(Message.user(row.text("question").strip()), Message.assistant(response)),
              Map.of("source", row.file() + ":" + row.line(), "kind", "worked_solution"));
        });
  }

  /** What stands after the last {@code ####}, without thousands separators. */
  static String finalAnswer(String text) {
    int mark = text.lastIndexOf(MARK);
    String answer = mark < 0 ? "" : text.substring(mark + MARK.length()).strip().replace(",", "");
    if (answer.isEmpty()) {
      throw new IllegalArgumentException("no final answer after " + MARK);
    }
    return answer;
  }
}
