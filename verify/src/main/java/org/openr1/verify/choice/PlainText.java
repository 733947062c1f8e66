package org.openr1.verify.choice;

import java.util.BitSet;
import java.util.Set;

/**
 * The text without emphasis, LaTeX style commands, tags of style and typographic variants of the
 * characters that matter. Everything taken out becomes a space, so positions stay as they were.
 */
final class PlainText {
  private static final Set<String> WRAPPERS =
      Set.of(
          "text",
          "textbf",
          "textit",
          "textrm",
          "textsf",
          "texttt",
          "textnormal",
          "mathrm",
          "mathbf",
          "mathit",
          "mathsf",
          "mathtt",
          "mathbb",
          "mathcal",
          "boldsymbol",
          "bm",
          "bf",
          "rm",
          "it",
          "emph",
          "underline",
          "operatorname",
          "mbox",
          "hbox",
          "large",
          "Large",
          "LARGE",
          "huge",
          "displaystyle",
          "textstyle",
          "bfseries",
          "quad",
          "qquad",
          "left",
          "right",
          "big",
          "Big");
  private static final Set<String> ARROWS =
      Set.of("to", "rightarrow", "Rightarrow", "implies", "therefore", "longrightarrow");
  private static final Set<String> STYLE_TAGS =
      Set.of(
          "b", "strong", "i", "em", "u", "p", "br", "span", "div", "code", "center", "mark", "h1",
          "h2", "h3", "h4", "li", "ul", "ol", "s", "eos", "bos", "pad", "font", "sub", "sup");
  private static final int LONGEST_TAG = 60;
  private static final char NONE = '\0';

  private final String source;
  private final char[] out;
  private final BitSet hiddenBraces = new BitSet();
  private int depth;

  private PlainText(String source) {
    this.source = source;
    this.out = source.toCharArray();
  }

  /** A text of the same length. */
  static String of(String source) {
    PlainText plain = new PlainText(source);
    plain.convert();
    return new String(plain.out);
  }

  private void convert() {
    int i = 0;
    while (i < out.length) {
      char c = source.charAt(i);
      i =
          switch (c) {
            case '\\' -> command(i);
            case '{' -> open(i, false);
            case '}' -> close(i);
            case '*', '_', '`' -> emphasis(i, c);
            case '<' -> tag(i);
            case '$' -> blank(i, i + 1);
            default -> Character.isHighSurrogate(c) ? styledLetter(i) : plain(i, c);
          };
    }
  }

  private int plain(int i, char c) {
    out[i] = variant(c);
    return i + 1;
  }

  private int blank(int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = ' ';
    }
    return to;
  }

  private int command(int i) {
    int end = i + 1;
    while (end < out.length && isAsciiLetter(source.charAt(end))) {
      end++;
    }
    if (end == i + 1) {
      // An escaped character keeps its meaning; delimiters and spaces of LaTeX have none here.
      boolean kept = end < out.length && "%_#&".indexOf(source.charAt(end)) >= 0;
      return blank(i, Math.min(kept ? end : end + 1, out.length)) + (kept ? 1 : 0);
    }
    String name = end - i > 16 ? "" : source.substring(i + 1, end);
    if (ARROWS.contains(name)) {
      blank(i, end);
      out[i] = '⇒';
      return end;
    }
    if (!WRAPPERS.contains(name)) {
      return end;
    }
    int brace = end;
    while (brace < out.length && brace < end + 4 && source.charAt(brace) == ' ') {
      brace++;
    }
    blank(i, end);
    return brace < out.length && source.charAt(brace) == '{' ? open(brace, true) : end;
  }

  private int open(int i, boolean hidden) {
    hiddenBraces.set(depth++, hidden);
    if (hidden) {
      out[i] = ' ';
    }
    return i + 1;
  }

  private int close(int i) {
    if (depth > 0 && hiddenBraces.get(--depth)) {
      out[i] = ' ';
    }
    return i + 1;
  }

  /** Marks of emphasis go; products, subscripts and struck text keep their signs. */
  private int emphasis(int i, char c) {
    int end = i;
    while (end < out.length && source.charAt(end) == c) {
      end++;
    }
    char before = i == 0 ? NONE : source.charAt(i - 1);
    char after = end == out.length ? NONE : source.charAt(end);
    boolean between = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    boolean product = c == '*' && end == i + 1 && (before == ' ' || before == NONE) && after == ' ';
    if ((between && end == i + 1 && c != '`') || product) {
      return end;
    }
    return blank(i, end);
  }

  private int tag(int i) {
    int name = i + 1;
    if (name < out.length && source.charAt(name) == '|') {
      int end = source.substring(name + 1, Math.min(out.length, i + LONGEST_TAG)).indexOf("|>");
      return end < 0 ? i + 1 : blank(i, name + 1 + end + 2);
    }
    if (name < out.length && source.charAt(name) == '/') {
      name++;
    }
    int end = name;
    while (end < out.length && end - name < 8 && Character.isLetterOrDigit(source.charAt(end))) {
      end++;
    }
    if (!STYLE_TAGS.contains(source.substring(name, end))) {
      return i + 1;
    }
    int close = end;
    while (close < out.length && close - i < LONGEST_TAG && source.charAt(close) != '>') {
      close++;
    }
    if (close == out.length || source.charAt(close) != '>') {
      return i + 1;
    }
    blank(i, close + 1);
    if (source.startsWith("br", name) || source.startsWith("p", name)) {
      out[i] = '\n';
    }
    return close + 1;
  }

  /** Letters of the mathematical alphabets and letters in boxes lie outside the basic plane. */
  private int styledLetter(int i) {
    int codePoint = source.codePointAt(i);
    int width = Character.charCount(codePoint);
    int letter = -1;
    if (codePoint >= 0x1D400 && codePoint < 0x1D6A4) {
      int k = (codePoint - 0x1D400) % 52;
      letter = k < 26 ? 'A' + k : 'a' + k - 26;
    } else if (codePoint >= 0x1F110 && codePoint < 0x1F18A && (codePoint - 0x1F110) % 32 < 26) {
      letter = 'A' + (codePoint - 0x1F110) % 32;
    }
    if (letter >= 0 && width == 2) {
      out[i] = (char) letter;
      out[i + 1] = ' ';
    }
    return i + width;
  }

  private static char variant(char c) {
    if (c < 0x80) {
      return c == '\r' ? '\n' : c;
    }
    if (c > '\uFF00' && c < '\uFF5F') {
      return (char) (c - 0xFEE0);
    }
    if (c >= 'Ⓐ' && c <= 'Ⓩ') {
      return (char) ('A' + c - 'Ⓐ');
    }
    return switch (c) {
      case '【', '〔', '「', '『', '《', '〈', '⟨' -> '[';
      case '】', '〕', '」', '』', '》', '〉', '⟩' -> ']';
      case '。', '｡', '…', '।', '۔' -> '.';
      case '،', '､' -> ',';
      case '؛' -> ';';
      case '؟' -> '?';
      case '“', '”', '„', '«', '»', '‟' -> '"';
      case '‘', '’', '‚', '′', '‛' -> '\'';
      case '–', '―' -> '—';
      case '→', '⟹', '➡', '➔', '∴' -> '⇒';
      case '\u2028', '\u2029', '\u0085' -> '\n';
      case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\uFE0F' -> ' ';
      default -> Character.isSpaceChar(c) ? ' ' : c;
    };
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
