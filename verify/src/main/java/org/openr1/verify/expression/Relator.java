package org.openr1.verify.expression;

/** What stands between the two sides of a relation. */
public enum Relator {
  EQUAL("="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  APPROXIMATE("~="),
  CONGRUENT("=="),
  ELEMENT("in"),
  NOT_ELEMENT("not in"),
  SUBSET("subset of"),
  IMPLIES("=>"),
  SIMILAR("~");

  private final String sign;

  Relator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** The relator read from right to left. */
  public Relator flipped() {
    return switch (this) {
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      default -> this;
    };
  }

  /** Whether it orders its sides. */
  public boolean isInequality() {
    return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
  }
}
