package org.openr1.verify.parsing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openr1.verify.expression.Relator;

/** The LaTeX commands that mean the same as another sign, or nothing. */
final class Commands {
  /** Spaces, sizes and styles: they change how a formula looks, not what it says. */
  static final Set<String> SKIPPED =
      Set.of(
          ("large Large LARGE small footnotesize normalsize huge Huge tiny scriptsize"
               + " scriptscriptstyle left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr"
               + " Biggl Biggr bigm Bigm middle displaystyle textstyle scriptstyle limits nolimits"
               + " quad qquad nonumber notag mathstrut strut rm it bf angle measuredangle triangle"
               + " therefore because thinspace medspace thickspace negthinspace enspace space ! , ;"
               + " : > boxed fbox allowbreak hfill noindent mathopen mathclose mathord mathbin"
               + " mathrel ensuremath")
              .split(" "));

  /** Commands that are dropped with the group behind them: colours, spaces, labels. */
  static final Set<String> DROPPED =
      Set.of(
          ("color textcolor hspace vspace hskip tag label phantom hphantom vphantom colorbox"
                  + " cellcolor mspace kern")
              .split(" "));

  /** Faces in which a single i, j or k is a unit vector. */
  static final Set<String> BOLD = Set.of("mathbf", "boldsymbol", "bm", "textbf", "hat", "vec");

  /** Marks above a letter. */
  static final Set<String> ACCENTS =
      Set.of(
          ("overline bar vec hat tilde dot ddot overrightarrow widehat widetilde underline"
                  + " overleftarrow overbrace underbrace check breve")
              .split(" "));

  /** Commands that the parser handles by name; all others are letters such as alpha. */
  static final Set<String> STRUCTURES =
      Set.of(
          ("frac dfrac tfrac cfrac binom dbinom tbinom sqrt cuberoot sum prod int iint oint lim"
               + " choose over atop mod bmod pmod pod log ln lg exp infty emptyset varnothing"
               + " lfloor rfloor lceil rceil langle rangle lvert rvert lVert rVert vert Vert | cup"
               + " cap setminus land lor circ degree prime")
              .split(" "));

  private static final Map<String, String> SIGNS = new TreeMap<>();
  private static final Map<String, Relator> RELATORS = new TreeMap<>();

  static {
    SIGNS.put("cdot", "*");
    SIGNS.put("times", "*");
    SIGNS.put("ast", "*");
    SIGNS.put("cdotp", "*");
    SIGNS.put("bullet", "*");
    SIGNS.put("div", "/");
    SIGNS.put("slash", "/");
    SIGNS.put("pm", "±");
    SIGNS.put("mp", "∓");
    SIGNS.put("lbrace", "\\{");
    SIGNS.put("{", "\\{");
    SIGNS.put("rbrace", "\\}");
    SIGNS.put("}", "\\}");
    SIGNS.put("lbrack", "[");
    SIGNS.put("rbrack", "]");
    SIGNS.put("lparen", "(");
    SIGNS.put("rparen", ")");
    SIGNS.put("%", "%");
    SIGNS.put("$", "$");
    SIGNS.put("mid", "|");
    SIGNS.put("colon", ":");
    SIGNS.put("cent", "¢");
    SIGNS.put("pounds", "£");
    SIGNS.put("euro", "€");
    RELATORS.put("le", Relator.LESS_OR_EQUAL);
    RELATORS.put("leq", Relator.LESS_OR_EQUAL);
    RELATORS.put("leqslant", Relator.LESS_OR_EQUAL);
    RELATORS.put("leqq", Relator.LESS_OR_EQUAL);
    RELATORS.put("lt", Relator.LESS);
    RELATORS.put("ge", Relator.GREATER_OR_EQUAL);
    RELATORS.put("geq", Relator.GREATER_OR_EQUAL);
    RELATORS.put("geqslant", Relator.GREATER_OR_EQUAL);
    RELATORS.put("geqq", Relator.GREATER_OR_EQUAL);
    RELATORS.put("gt", Relator.GREATER);
    RELATORS.put("ne", Relator.NOT_EQUAL);
    RELATORS.put("neq", Relator.NOT_EQUAL);
    RELATORS.put("equiv", Relator.CONGRUENT);
    RELATORS.put("approx", Relator.APPROXIMATE);
    RELATORS.put("simeq", Relator.APPROXIMATE);
    RELATORS.put("approxeq", Relator.APPROXIMATE);
    RELATORS.put("sim", Relator.SIMILAR);
    RELATORS.put("cong", Relator.SIMILAR);
    RELATORS.put("in", Relator.ELEMENT);
    RELATORS.put("notin", Relator.NOT_ELEMENT);
    RELATORS.put("subset", Relator.SUBSET);
    RELATORS.put("subseteq", Relator.SUBSET);
    for (String arrow :
        List.of(
            "to",
            "rightarrow",
            "Rightarrow",
            "implies",
            "longrightarrow",
            "Longrightarrow",
            "iff",
            "Leftrightarrow",
            "mapsto")) {
      RELATORS.put(arrow, Relator.IMPLIES);
    }
  }

  private Commands() {}

  /** The sign a command stands for, or "". */
  static String sign(String command) {
    return SIGNS.getOrDefault(command, "");
  }

  static Map<String, Relator> relators() {
    return RELATORS;
  }
}
