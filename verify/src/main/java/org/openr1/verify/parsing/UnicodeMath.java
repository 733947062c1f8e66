package org.openr1.verify.parsing;

import java.text.Normalizer;

/** Mathematical characters of Unicode, written in LaTeX. */
final class UnicodeMath {
  private static final String GREEK =
      "αalpha βbeta γgamma δdelta εepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi πpi"
          + " ρrho σsigma τtau υupsilon φphi χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi"
          + " ΣSigma ΦPhi ΨPsi ΩOmega ϕphi ∆Delta";
  private static final String SIGNS =
      "−- –- —- ×\\times ·\\cdot ⋅\\cdot ∙\\cdot ÷\\div ±\\pm ∓\\mp ∞\\infty ∪\\cup ∩\\cap"
          + " ∖\\setminus ≤\\le ≥\\ge ⩽\\le ⩾\\ge ≠\\n"
          + "e ≈\\approx ≡\\equiv ∈\\in ∉\\n"
          + "otin √\\sqrt ∛\\cuberoot °^\\circ º^\\circ ∅\\emptyset ℝ\\mathbb{R} ℤ\\mathbb{Z}"
          + " ℕ\\mathbb{N} ℚ\\mathbb{Q} ℂ\\mathbb{C} ⌊\\lfloor ⌋\\r"
          + "floor ⌈\\lceil ⌉\\r"
          + "ceil ⟨\\langle ⟩\\r"
          + "angle 〈\\langle 〉\\r"
          + "angle ∠\\angle ∫\\int ∑\\sum ∏\\prod →\\to ⇒\\implies ∣| ′' ″'' ’' ∶: ∗* ∧\\land"
          + " ∨\\lor ⊂\\subset ⊆\\subseteq ∼\\sim ⁄/ ∕/";
  private static final String SUPERSCRIPTS = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-ⁿn";
  private static final String SUBSCRIPTS = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9";

  private UnicodeMath() {}

  /**
   * The text with everything in ASCII that has an ASCII or LaTeX form; compatibility forms such as
   * full-width digits become plain, invisible characters go. The same object when it is ASCII
   * already.
   */
  static String toLatex(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) < 128) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    out.append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        out.append(c);
      } else {
        append(out, c);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, char c) {
    int at = GREEK.indexOf(c);
    if (at >= 0) {
      out.append('\\').append(word(GREEK, at + 1)).append(' ');
      return;
    }
    at = SIGNS.indexOf(c);
    if (at >= 0 && (at == 0 || SIGNS.charAt(at - 1) == ' ')) {
      String sign = word(SIGNS, at + 1);
      out.append(sign);
      if (Character.isLetter(sign.charAt(sign.length() - 1))) {
        out.append(' ');
      }
      return;
    }
    at = SUPERSCRIPTS.indexOf(c);
    if (at >= 0) {
      script(out, '^', SUPERSCRIPTS.charAt(at + 1));
      return;
    }
    at = SUBSCRIPTS.indexOf(c);
    if (at >= 0) {
      script(out, '_', SUBSCRIPTS.charAt(at + 1));
      return;
    }
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      out.append((char) ('0' + digit));
    } else if (Character.isSpaceChar(c) || c == '\u0085') {
      out.append(' ');
    } else if (Character.getType(c) != Character.FORMAT) {
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
      int slash = plain.indexOf('\u2044');
      if (slash > 0) {
        out.append("\\frac{").append(plain, 0, slash).append("}{");
        out.append(plain, slash + 1, plain.length()).append('}');
      } else {
        out.append(plain.length() <= 4 ? plain : String.valueOf(c));
      }
    }
  }

  /** Neighbouring scripts become one group: x²³ is x^{23}. */
  private static void script(StringBuilder out, char mark, char plain) {
    int last = out.length() - 1;
    if (last >= 1 && out.charAt(last) == '}' && out.lastIndexOf(mark + "{") > last - 8) {
      out.setLength(last);
      out.append(plain).append('}');
    } else {
      out.append(mark).append('{').append(plain).append('}');
    }
  }

  private static String word(String table, int from) {
    int end = table.indexOf(' ', from);
    return end < 0 ? table.substring(from) : table.substring(from, end);
  }
}
