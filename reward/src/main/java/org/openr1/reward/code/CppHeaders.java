package org.openr1.reward.code;

/** Adds the includes that models forget (sections 4.6 and 4.7 of the memo on R1). */
final class CppHeaders {
  private static final String USING = "using namespace std;";

  private CppHeaders() {}

  /**
   * The code behind the catch-all header, a problem's header unless it has that, and the namespace
   * unless it names that anywhere. Empty code stays empty.
   *
   * @param problem name of the problem's header, empty for none
   */
  static String add(String code, String problem) {
    if (code.isEmpty()) {
      return code;
    }
    StringBuilder header = new StringBuilder("#include <bits/stdc++.h>\n");
    String include = "#include \"" + problem + ".h\"";
    if (!problem.isEmpty() && !code.contains(include)) {
      header.append(include).append('\n');
    }
    if (!code.contains(USING) && !code.contains("std::")) {
      header.append('\n').append(USING).append("\n\n");
    }
    return header + code;
  }
}
