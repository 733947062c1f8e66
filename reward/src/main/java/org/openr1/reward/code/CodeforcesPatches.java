package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs what makes old or careless submissions fail, as open-r1 does (section 4.6 of the memo on
 * R1): moved and renamed parts of Python's library, Python's limit on long integers, C++ headers.
 * The last line of Python's imports ends up twice.
 */
public final class CodeforcesPatches {
  private static final Set<String> PYTHON_NAMES =
      Set.of("python", "python3", "Python 3", "PyPy 3", "PyPy 3-64");
  private static final int FLAGS = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern LINE_END =
      Pattern.compile("\r\n|[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]");

  private static final List<Rule> RULES =
      List.of(
          rule(
              "from collections import (Mapping|Sequence|Set|Container|MutableMapping|MutableSet"
                  + "|MutableSequence)",
              "from collections.abc import $1"),
          // Not at the start of a longer name, unlike open-r1, which spoils importlib.
          rule("import imp\\b", "import importlib"),
          rule("asyncio\\.async\\(", "asyncio.ensure_future("),
          rule("inspect\\.getargspec", "inspect.getfullargspec"),
          rule("array\\.array\\('c'", "array.array('b'"),
          // A continued line must not be followed by an empty one.
          rule("\\\\[\\r\\n]++", "\\\\\n"),
          // Asked by programs to find out whether they are being judged.
          rule("(?:os\\s*+\\.\\s*+)?getlogin\\s*+\\(\\s*+\\)", "False"),
          rule("\\bfractions\\.gcd\\b", "math.gcd"),
          // gcd before, behind and without other names. Limits keep the search short.
          rule("(from\\s++fractions\\s++import\\s++(?:\\([^)]{0,300})?)\\bgcd\\s*+,\\s*+", "$1"),
          rule(
              "(from\\s++fractions\\s++import\\s++.{0,300}?\\S)\\s*+,\\s*+\\bgcd"
                  + "(\\s*+\\)?\\s*+(?:#.*+)?)",
              "$1$2"),
          rule("from\\s++fractions\\s++import\\s++\\(?\\s*+gcd\\s*+\\)?", ""));

  private CodeforcesPatches() {}

  private record Rule(Pattern pattern, String replacement) {
    String apply(String text) {
      return pattern.matcher(text).replaceAll(replacement);
    }
  }

  private static Rule rule(String pattern, String replacement) {
    return new Rule(Pattern.compile(pattern, FLAGS), replacement);
  }

  /** The repaired code; empty code and other languages stay as they are. */
  public static String patch(String code, String language) {
    if (code.isEmpty()) {
      return code;
    }
    if (PYTHON_NAMES.contains(language)) {
      return patchPython(code);
    }
    return language.contains("cpp") || language.contains("C++") ? CppHeaders.add(code, "") : code;
  }

  private static String patchPython(String code) {
    List<String> lines = lines(code);
    int lastImport = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("import") || (line.startsWith("from") && line.contains("import"))) {
        lastImport = i;
      }
    }
    StringBuilder patched = new StringBuilder();
    int end = Math.min(lastImport + 1, lines.size());
    patched.append(String.join("\n", lines.subList(0, end)));
    if (code.contains("fractions.gcd") && !code.contains("import math")) {
      patched.append("\nimport math");
    } else if (code.contains("gcd") && !code.contains("from math import gcd")) {
      patched.append("\nfrom math import gcd");
    }
    if (!code.contains("set_int_max_str_digits")) {
      patched.append("\nimport sys\nsys.set_int_max_str_digits(0)");
    }
    patched.append('\n').append(String.join("\n", lines.subList(lastImport, lines.size())));
    String text = patched.toString();
    for (Rule rule : RULES) {
      text = rule.apply(text);
    }
    int last = text.length();
    while (last > 0 && text.charAt(last - 1) == '\\') {
      last--;
    }
    return text.substring(0, last);
  }

  /** As Python's {@code splitlines}. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    Matcher ends = LINE_END.matcher(text);
    int start = 0;
    while (ends.find()) {
      lines.add(text.substring(start, ends.start()));
      start = ends.end();
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }
}
