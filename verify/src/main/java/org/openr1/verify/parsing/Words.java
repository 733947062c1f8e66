package org.openr1.verify.parsing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.openr1.verify.expression.Function;

/**
 * Decides what a run of letters is: a function's name, a unit, "and", or one letter after another.
 */
final class Words {
  private static final Set<String> GREEK =
      Set.of(
          ("alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu"
               + " nu xi pi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda"
               + " Xi Pi Sigma Phi Psi Omega ell hbar")
              .split(" "));
  private static final Set<String> PLAIN_NAMES =
      Set.of("log", "ln", "lg", "exp", "sqrt", "binom", "mod");
  private static final Set<String> INFINITE = Set.of("infinity", "infty", "inf", "oo");

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
  private static final Set<String> REMARKS =
      Set.of(
          ("not no never none neither nor or more less than least most over under above below"
               + " except but if unless since because where when which squared cubed factorial"
               + " times plus th st nd rd incorrect wrong false impossible modulo base isn without"
               + " excluding excluded exclusive between beyond halves thirds quarters fifths tenths"
               + " hundredths thousandths doubled tripled halved twice half")
              .split(" "));
  private static final Set<String> LEAD_INS =
      Set.of(
          ("is are was be equals exactly approximately about roughly answer result solution get"
                  + " gives have thus so hence therefore")
              .split(" "));
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

  /** What was made of the first {@code length} letters. */
  record Reading(Kind kind, String text, int length) {}

  enum Kind {
    CONNECTIVE,
    WORDS,
    NAME,
    LETTER
  }

  private Words() {}

  /** The plain name of a command that has several. */
  static String alias(String command) {
    return switch (command) {
      case "bigcup" -> "cup";
      case "bigcap" -> "cap";
      case "dots", "cdots", "dotsc", "dotsb" -> "ldots";
      case "imath" -> "i";
      case "jmath" -> "j";
      case "top", "intercal" -> "T";
      default -> command;
    };
  }

  /** Whether words beside a value change what it says: "not", "at least", "or more", "squared". */
  static boolean isRemark(String words) {
    for (String word : NO_LETTERS.splitAsStream(words.toLowerCase(Locale.ROOT)).toList()) {
      if (REMARKS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether words only introduce a value: "The answer is", "Total:", "exactly". */
  static boolean isLeadIn(String words) {
    String lower = words.toLowerCase(Locale.ROOT).strip();
    if (isRemark(lower) || lower.contains("n't") || lower.contains("cannot")) {
      return false;
    }
    int last = lower.lastIndexOf(' ') + 1;
    return lower.endsWith(":") || lower.endsWith("=") || LEAD_INS.contains(lower.substring(last));
  }

  /** The text without plain words that only introduce a value: "Answer: 5", "The answer is 5". */
  static String withoutLeadIn(String text) {
    int end = 0;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == ' ')) {
      end++;
    }
    boolean colon = end < text.length() && text.charAt(end) == ':';
    if (!colon && end > 1 && text.charAt(end - 1) != ' ' && text.charAt(end - 2) == ' ') {
      end--; // the letter that the value begins with
    }
    String words = text.substring(0, end).strip();
    if (words.length() < 4 || end == text.length() || !isWordLike(words)) {
      return text;
    }
    String rest = text.substring(colon ? end + 1 : end).strip();
    boolean introduces = colon ? !isRemark(words) : words.indexOf(' ') > 0 && isLeadIn(words);
    return introduces && !rest.isEmpty() ? rest : text;
  }

  static boolean isNegative(String words) {
    String lower = words.toLowerCase(Locale.ROOT).strip();
    return lower.equals("negative") || lower.equals("minus");
  }

  /** Whether text is the label of a choice: (C), C., C: or C). */
  static boolean isLabel(String content) {
    String label = content.strip();
    return (label.length() == 3
            && label.charAt(0) == '('
            && label.charAt(2) == ')'
            && Character.isUpperCase(label.charAt(1)))
        || (label.length() == 2
            && Character.isUpperCase(label.charAt(0))
            && ").:".indexOf(label.charAt(1)) >= 0);
  }

  static boolean isGreek(String name) {
    return GREEK.contains(name);
  }

  /**
   * @param run letters of ASCII, at least one
   * @param behindValue whether a number or a bracket stands before it
   */
  static Reading read(String run, boolean behindValue, boolean spaced) {
    int length = run.length();
    if (length == 1) {
      return new Reading(Kind.LETTER, run, 1);
    }
    if (run.equals("and") || run.equals("or")) {
      return new Reading(Kind.CONNECTIVE, run, length);
    }
    if (behindValue && (run.startsWith("or") || run.startsWith("and")) && startsUpper(run)) {
      String word = run.startsWith("or") ? "or" : "and";
      return new Reading(Kind.CONNECTIVE, word, word.length());
    }
    if (behindValue && Units.isKnown(run)) {
      return new Reading(Kind.WORDS, run, length);
    }
    if (INFINITE.contains(run)) {
      return new Reading(Kind.NAME, "infty", length);
    }
    String name = longestName(run);
    if (!name.isEmpty()) {
      return new Reading(isGreek(name) ? Kind.LETTER : Kind.NAME, name, name.length());
    }
    boolean word = isWordLike(run) && (!behindValue || spaced);
    if (word && (length >= 4 || (length == 3 && behindValue))) {
      return new Reading(Kind.WORDS, run, length);
    }
    return new Reading(Kind.LETTER, run.substring(0, 1), 1);
  }

  private static boolean startsUpper(String run) {
    int at = run.startsWith("or") ? 2 : 3;
    return at < run.length() && Character.isUpperCase(run.charAt(at));
  }

  /** A name that the run is, or that it starts with and one letter follows: sinx. */
  private static String longestName(String run) {
    for (int drop = 0; drop <= 1; drop++) {
      String head = run.substring(0, run.length() - drop);
      if (head.length() > 1 && isName(head) && !(drop == 1 && head.length() < 3)) {
        return head;
      }
    }
    return "";
  }

  private static boolean isName(String head) {
    return PLAIN_NAMES.contains(head)
        || (head.length() > 2 && Function.named(head) != null && !head.equals("real"))
        || (GREEK.contains(head) && !head.equals("mu") && !head.equals("nu"));
  }

  /** Lower-case letters with a vowel are a word, capitals are points: ABCD. */
  static boolean isWordLike(String run) {
    boolean vowel = false;
    boolean lower = false;
    for (int i = 0; i < run.length(); i++) {
      vowel |= "aeiouAEIOU".indexOf(run.charAt(i)) >= 0;
      lower |= Character.isLowerCase(run.charAt(i));
    }
    return vowel && lower;
  }

  /** Without a closing dot and without parentheses around the whole. */
  static String withoutMarks(String content) {
    String bare = content.strip();
    while (bare.endsWith(".") || bare.endsWith(",")) {
      bare = bare.substring(0, bare.length() - 1).strip();
    }
    if (bare.startsWith("(") && bare.endsWith(")") && bare.length() > 2) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    return bare;
  }

  /** Whether the content of a text command is mathematics: it has no words of several letters. */
  static boolean isMathematics(String content) {
    if (isList(content)) {
      return true;
    }
    boolean anything = false;
    int run = 0;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '\\') {
        return true;
      }
      run = Character.isLetter(c) ? run + 1 : 0;
      if (run > 1) {
        return content.length() > i + 1 && hasDigit(content) && hasSign(content);
      }
      anything |= !Character.isLetter(c) && !Character.isWhitespace(c) && c != '.' && c != '\'';
    }
    return anything;
  }

  /** Letters and numbers joined by "and", "or" and commas: A and C. */
  private static boolean isList(String content) {
    if (!content.contains("and") && !content.contains("or")) {
      return false;
    }
    boolean joined = false;
    for (String part : SEPARATORS.splitAsStream(content).toList()) {
      boolean joint = part.equals("and") || part.equals("or");
      joined |= joint;
      if (!joint && part.length() > 1 && !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return false;
      }
    }
    return joined;
  }

  private static boolean hasDigit(String content) {
    return content.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hasSign(String content) {
    return content.chars().anyMatch(c -> "+*/^=()<>".indexOf(c) >= 0);
  }

  /** Whether a whole answer is words and nothing else. */
  static boolean isText(String answer) {
    int letters = 0;
    boolean separated = false;
    for (int i = 0; i < answer.length(); i++) {
      char c = answer.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        separated |= c > 127;
      } else if (c == ' ' || (c == '-' && i > 0 && i < answer.length() - 1)) {
        separated |= i > 0 && i < answer.length() - 1;
      } else if (c != '\'' && c != '.' && c != ',') {
        return false;
      }
    }
    if (letters < 2 || (answer.indexOf(',') >= 0 && letters < 6)) {
      return false;
    }
    String bare = withoutMarks(answer);
    if (INFINITE.contains(bare) || isName(bare)) {
      return false;
    }
    if (separated) {
      return longestRun(answer) >= 3;
    }
    return (letters >= 3 && isWordLike(bare)) || bare.equalsIgnoreCase("no");
  }

  private static int longestRun(String answer) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < answer.length(); i++) {
      run = Character.isLetter(answer.charAt(i)) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
