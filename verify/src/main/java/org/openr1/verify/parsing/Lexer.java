package org.openr1.verify.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Function;
import org.openr1.verify.expression.Relator;
import org.openr1.verify.parsing.Token.Kind;

/** Cuts LaTeX or plain mathematics into tokens. */
final class Lexer {
  private static final int MAX_STYLES = 4;
  private static final Set<String> LINES =
      Set.of("aligned", "align", "split", "gather", "gathered", "eqnarray", "alignat", "alignedat");

  private final String text;
  private final int maxDigits;
  private final boolean commaGroups;
  private final NumberScanner numbers;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int brackets;
  private boolean spaced;
  private boolean ambiguous;
  private int aligned;
  private int depth;

  /**
   * @param text what {@link UnicodeMath#toLatex} gives
   * @param commaGroups whether 1,234 is one number and not two
   */
  Lexer(String text, int maxDigits, boolean commaGroups) {
    this.text = text;
    this.maxDigits = maxDigits;
    this.commaGroups = commaGroups;
    this.numbers = new NumberScanner(text, maxDigits);
  }

  /** Whether a comma was taken for a thousands separator that may also part a list. */
  boolean ambiguous() {
    return ambiguous;
  }

  /** The tokens, the last one of kind {@link Kind#STOP}. */
  List<Token> tokens() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if ((c <= ' ' && c != 0) || c == '~') {
        spaced = true;
        position++;
      } else {
        token(c);
        spaced = false;
      }
    }
    add(Kind.STOP, "", text.length());
    return tokens;
  }

  private void token(char c) {
    int start = position;
    if ((c >= '0' && c <= '9') || (c == '.' && digitAt(start + 1))) {
      Num number = numbers.scan(start, commasGroup(), spacesGroup());
      ambiguous |= numbers.separatedByComma();
      tokens.add(new Token(Kind.NUMBER, "", start, spaced, number, null));
      position = numbers.end();
      skipDots();
    } else if (c < 128 && Character.isLetter(c)) {
      letters(start);
    } else if (c == '\\') {
      command(start);
    } else {
      sign(c, start);
    }
  }

  /** In 1,2,144 no comma parts thousands, since the first does not. */
  private boolean commasGroup() {
    boolean inTightList = !tokens.isEmpty() && tokens.getLast().isSign(',') && !spaced;
    return commaGroups && brackets == 0 && !inTightList;
  }

  /** An index, exponent or short fraction ends at the space: log_5 125, 2^2 100. */
  private boolean spacesGroup() {
    if (tokens.isEmpty()) {
      return true;
    }
    Token last = tokens.getLast();
    return !(last.isSign('_') || last.isSign('^') || last.kind() == Kind.COMMAND);
  }

  private void sign(char c, int start) {
    char next = start + 1 < text.length() ? text.charAt(start + 1) : 0;
    if (c == '.' && text.startsWith("...", start)) {
      position += 3;
      add(Kind.LETTER, "ldots", start);
    } else if ((c == '.' && !Character.isLetterOrDigit(next)) || (c == '&' && aligned > 0)) {
      position++;
    } else if (c == '<' || c == '>') {
      boolean orEqual = next == '=';
      position += orEqual ? 2 : 1;
      Relator less = orEqual ? Relator.LESS_OR_EQUAL : Relator.LESS;
      relator(c == '<' ? less : less.flipped(), start);
    } else if (c == '=') {
      position += next == '=' ? 2 : next == '>' ? 2 : 1;
      relator(next == '>' ? Relator.IMPLIES : Relator.EQUAL, start);
    } else if (c == '!' && next == '=') {
      position += 2;
      relator(Relator.NOT_EQUAL, start);
    } else if (c == '*' && next == '*') {
      position += 2;
      add(Kind.SIGN, "^", start);
    } else {
      position++;
      if (c == '(' || c == '[') {
        brackets++;
      } else if ((c == ')' || c == ']') && brackets > 0) {
        brackets--;
      }
      add(Kind.SIGN, String.valueOf(c), start);
    }
  }

  /** Dots behind a decimal say that it goes on: for ever, where its last digits repeat. */
  private void skipDots() {
    Num number = tokens.getLast().number();
    if (number == null || !number.isDecimal()) {
      return;
    }
    for (String dots : new String[] {"...", "\\ldots", "\\dots", "\\cdots"}) {
      if (text.startsWith(dots, position)) {
        Token last = tokens.removeLast();
        String written = text.substring(last.start(), position);
        Num endless = numbers.repeating(written, number);
        tokens.add(new Token(Kind.NUMBER, "", last.start(), last.spaced(), endless, null));
        position += dots.length();
        return;
      }
    }
  }

  private void letters(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) < 128 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    Words.Reading reading = Words.read(text.substring(start, end), followsValue(), spaced);
    position = start + reading.length();
    switch (reading.kind()) {
      case CONNECTIVE, WORDS -> add(Kind.WORDS, reading.text(), start);
      case NAME -> name(reading.text(), start);
      case LETTER -> add(Kind.LETTER, reading.text(), start);
    }
  }

  private boolean followsValue() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.getLast();
    return last.kind() == Kind.NUMBER
        || last.kind() == Kind.WORDS
        || last.isSign('}')
        || last.isSign(')');
  }

  private void command(int start) {
    int end = start + 1;
    while (end < text.length() && text.charAt(end) < 128 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end == start + 1) {
      end = Math.min(text.length(), end + 1);
    }
    String name = text.substring(start + 1, end);
    position = end;
    if (name.isEmpty()) {
      throw new ParseFailure(start, "a backslash at the end");
    }
    if (name.equals(" ") || Commands.SKIPPED.contains(name)) {
      skipped(name);
    } else if (Commands.DROPPED.contains(name)) {
      argument(start);
    } else if (name.equals("begin") || name.equals("end")) {
      environment(name.equals("begin"), start);
    } else if (TextStyles.contains(name)) {
      styled(name, start);
    } else if (name.equals("mathbb")) {
      add(Kind.COMMAND, "mathbb" + argument(start), start);
    } else {
      name(Words.alias(name), start);
    }
  }

  /** In aligned lines an ampersand only says where they are aligned. */
  private void environment(boolean begins, int start) {
    String name = argument(start).replace("*", "");
    boolean lines = LINES.contains(name);
    aligned += lines ? (begins ? 1 : -1) : 0;
    add(begins ? Kind.BEGIN : Kind.END, name, start);
  }

  /** {@code \left.} and {@code \right.} have no bracket. */
  private void skipped(String name) {
    spaced = true;
    if ((name.equals("left") || name.equals("right")) && position < text.length()) {
      int i = position;
      while (i < text.length() && text.charAt(i) == ' ') {
        i++;
      }
      char next = i < text.length() ? text.charAt(i) : 0;
      if (next == '.') {
        position = i + 1;
      } else if (next == '{' || next == '}') {
        position = i + 1;
        add(Kind.SIGN, "\\" + next, i);
      } else if (next == '|') {
        position = i + 1;
        add(Kind.COMMAND, name.equals("left") ? "lvert" : "rvert", i);
      }
    }
  }

  private void name(String name, int start) {
    Relator relator = Commands.relators().get(name);
    String sign = Commands.sign(name);
    if (relator != null) {
      relator(relator, start);
    } else if (name.equals("not")) {
      negated(start);
    } else if (!sign.isEmpty()) {
      brackets += sign.equals("\\{") ? 1 : sign.equals("\\}") && brackets > 0 ? -1 : 0;
      add(Kind.SIGN, sign, start);
    } else if (Commands.STRUCTURES.contains(name)
        || Commands.ACCENTS.contains(name)
        || Function.named(name) != null
        || name.equals("\\")) {
      add(Kind.COMMAND, name, start);
    } else if (position < text.length() && text.charAt(position) == '{' && !Words.isGreek(name)) {
      add(Kind.LETTER, name + "{" + argument(start) + "}", start);
    } else {
      add(Kind.LETTER, name, start);
    }
  }

  private void negated(int start) {
    int from = position;
    List<Token> rest = new Lexer(text.substring(from), maxDigits, false).firstToken();
    Token next = rest.getFirst();
    if (next.relator() == Relator.EQUAL || next.relator() == Relator.ELEMENT) {
      position = from + rest.getLast().start();
      relator(next.relator() == Relator.EQUAL ? Relator.NOT_EQUAL : Relator.NOT_ELEMENT, start);
    } else {
      throw new ParseFailure(start, "\\not before something that is no relation");
    }
  }

  private List<Token> firstToken() {
    while (position < text.length() && tokens.isEmpty()) {
      if (text.charAt(position) <= ' ') {
        position++;
      } else {
        token(text.charAt(position));
      }
    }
    add(Kind.STOP, "", position);
    return tokens;
  }

  /** What stands in the braces behind a text command is words, a letter, or mathematics. */
  private void styled(String style, int start) {
    boolean behindValue = followsValue();
    String content = Words.withoutLeadIn(argument(start).replace('~', ' ').strip());
    String bare = Words.withoutMarks(content);
    if (style.startsWith("operatorname") || bare.equals("mod")) {
      name(bare, start);
    } else if (behindValue && (Units.isSingleLetter(content) || Units.isUnits(content))) {
      add(Kind.WORDS, content, start);
    } else if (Words.isLabel(content) && valueFollows()) {
      add(Kind.WORDS, "(" + content.replaceAll("[().:]", "").strip() + ")", start);
    } else if (Function.named(bare) != null
        && bare.length() > 1
        && !(behindValue && Units.isKnown(bare))) {
      name(bare, start);
    } else if (bare.length() == 1 && Character.isLetter(bare.charAt(0))) {
      boolean vector = Commands.BOLD.contains(style) && "ijk".contains(bare);
      add(Kind.LETTER, vector ? "hat{" + bare + "}" : bare, start);
    } else if (Words.isMathematics(content)) {
      Lexer inner = new Lexer(content, maxDigits, commaGroups && brackets == 0);
      inner.depth = depth + 1;
      if (inner.depth > MAX_STYLES) {
        throw new ParseFailure(start, "text within text");
      }
      for (Token token : inner.tokens()) {
        if (token.kind() != Kind.STOP) {
          tokens.add(token);
        }
      }
      ambiguous |= inner.ambiguous;
    } else if (!content.isEmpty()) {
      add(Kind.WORDS, content, start);
    }
  }

  /** Whether something stands behind a label such as (C) that may be what it labels. */
  private boolean valueFollows() {
    int i = position;
    while (i < text.length() && (text.charAt(i) == ' ' || text.startsWith("\\ ", i))) {
      i++;
    }
    return i < text.length() && ",;=<>_^)}]&".indexOf(text.charAt(i)) < 0;
  }

  /** The content of the braces, or the one character, that follow a command. */
  private String argument(int start) {
    int i = position;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '*')) {
      i++;
    }
    if (i >= text.length()) {
      throw new ParseFailure(start, "nothing follows the command");
    }
    if (text.charAt(i) != '{') {
      position = i + 1;
      return text.substring(i, i + 1);
    }
    int level = 0;
    for (int j = i; j < text.length(); j++) {
      char c = text.charAt(j);
      if (c == '\\') {
        j++;
      } else if (c == '{') {
        level++;
      } else if (c == '}' && --level == 0) {
        position = j + 1;
        return text.substring(i + 1, j);
      }
    }
    throw new ParseFailure(i, "an open brace");
  }

  private boolean digitAt(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private void relator(Relator relator, int start) {
    tokens.add(new Token(Kind.RELATOR, relator.sign(), start, spaced, null, relator));
  }

  private void add(Kind kind, String what, int start) {
    tokens.add(new Token(kind, what, start, spaced));
  }
}
