package org.openr1.verify.parsing;

import java.util.Set;

/** LaTeX commands whose braces hold words or letters in another face. */
public final class TextStyles {
  private static final Set<String> COMMANDS =
      Set.of(
          ("text mbox textrm textbf textit textnormal textsf texttt textsc textup hbox mathrm"
                  + " mathbf mathit mathsf mathtt boldsymbol bm emph mathcal mathfrak mathscr"
                  + " operatorname mathop mathnormal")
              .split(" "));

  private TextStyles() {}

  /** Whether a command, without its backslash, only sets its argument in a face. */
  public static boolean contains(String command) {
    return COMMANDS.contains(command);
  }
}
