package org.openr1.model.jinja;

/**
 * One token of a template.
 *
 * @param type kind of token
 * @param text name, operator, decoded string, digits of a number, or template data
 * @param line line it starts in, counted from 1
 */
record Token(TokenType type, String text, int line) {
  boolean isName(String name) {
    return type == TokenType.NAME && text.equals(name);
  }

  boolean isOperator(String operator) {
    return type == TokenType.OPERATOR && text.equals(operator);
  }

  /** How error messages call this token. */
  String describe() {
    return type == TokenType.NAME || type == TokenType.OPERATOR ? text : type.description;
  }
}
