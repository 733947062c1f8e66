package org.openr1.sandbox.judge.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.sandbox.judge.python.Tokens.Kind;
import org.openr1.sandbox.judge.python.Tokens.Token;

/**
 * A statement, with its body when it has one, as a range of tokens.
 *
 * @param from its first token
 * @param to behind its last token
 * @param lineStart offset in the text where its first line starts
 * @param column of its first token
 * @param body statements of the lines that are indented below its first line
 * @param compound whether it has a body, perhaps in its first line
 */
record Block(int from, int to, int lineStart, int column, List<Block> body, boolean compound) {
  private static final int TAB = 8;
  private static final Set<String> HEADS =
      Set.of("def", "class", "for", "while", "if", "try", "with", "async", "@");
  private static final Set<String> CONTINUED = Set.of("else", "elif", "except", "finally");

  Block {
    body = List.copyOf(body);
  }

  /** The statements of a whole text. */
  static List<Block> of(Tokens tokens) {
    List<Block> lines = lines(tokens);
    int[] at = {0};
    List<Block> blocks = new ArrayList<>();
    while (at[0] < lines.size()) {
      blocks.addAll(nest(tokens, lines, at, lines.get(at[0]).column));
    }
    return blocks;
  }

  private static List<Block> nest(Tokens tokens, List<Block> lines, int[] at, int column) {
    List<Block> blocks = new ArrayList<>();
    boolean decorated = false;
    while (at[0] < lines.size() && lines.get(at[0]).column >= column) {
      Block head = lines.get(at[0]++);
      List<Block> body =
          at[0] < lines.size() && lines.get(at[0]).column > head.column
              ? nest(tokens, lines, at, lines.get(at[0]).column)
              : List.of();
      int to = body.isEmpty() ? head.to : body.getLast().to;
      Token first = tokens.get(head.from);
      boolean more = decorated || CONTINUED.stream().anyMatch(first::is);
      if (more && !blocks.isEmpty()) {
        Block earlier = blocks.removeLast();
        List<Block> all = new ArrayList<>(earlier.body);
        all.addAll(body);
        blocks.add(new Block(earlier.from, to, earlier.lineStart, earlier.column, all, true));
      } else {
        blocks.add(
            new Block(
                head.from,
                to,
                head.lineStart,
                head.column,
                body,
                head.compound || !body.isEmpty()));
      }
      decorated = first.is("@");
    }
    return blocks;
  }

  /** One block per statement of each line, not yet nested. */
  private static List<Block> lines(Tokens tokens) {
    List<Block> lines = new ArrayList<>();
    int start = 0;
    boolean head = true;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (tokens.isOpening(i)) {
        i = tokens.partner(i);
        continue;
      }
      boolean ends = token.kind() == Kind.LINE_END;
      if (ends || (token.is(";") && !isHead(tokens, start, i))) {
        if (i > start) {
          lines.add(line(tokens, start, i, head || lines.isEmpty() ? null : lines.getLast()));
        }
        start = i + 1;
        head = ends;
      }
    }
    return lines;
  }

  private static Block line(Tokens tokens, int from, int to, @Nullable Block sameLine) {
    int offset = tokens.get(from).start();
    int lineStart = tokens.text().lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    if (offset == 0) {
      lineStart = 0;
    }
    int column = 0;
    for (int i = lineStart; i < offset; i++) {
      column = tokens.text().charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
    }
    if (sameLine != null) {
      column = sameLine.column;
      lineStart = offset;
    }
    return new Block(from, to, lineStart, column, List.of(), isHead(tokens, from, to));
  }

  private static boolean isHead(Tokens tokens, int from, int to) {
    Token first = tokens.get(from);
    return HEADS.stream().anyMatch(first::is)
        || CONTINUED.stream().anyMatch(first::is)
        || tokens.get(to - 1).is(":");
  }

  /** Whether a token of it is that name. */
  boolean mentions(Tokens tokens, String name) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).kind() == Kind.NAME && tokens.get(i).text().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Its text, made to stand without indentation. */
  String text(Tokens tokens) {
    if (!compound || column == 0) {
      return tokens.slice(from, to);
    }
    return "if True:\n" + tokens.text().substring(lineStart, tokens.get(to - 1).end());
  }
}
