package org.openr1.model.jinja;

/**
 * One token of a template.
 *
 * @param type kind of token
 * @param text name, operator, decoded string, digits of a number, or template data
 * @param line line it starts in, counted from 1
 */
record Token(Type type, String text, int line) {
  enum Type {
    DATA("template data / text"),
    VARIABLE_BEGIN("begin of print statement"),
    VARIABLE_END("end of print statement"),
    BLOCK_BEGIN("begin of statement block"),
    BLOCK_END("end of statement block"),
    NAME("name"),
    STRING("string"),
    INTEGER("integer"),
    FLOAT("float"),
    OPERATOR("operator"),
    EOF("end of template");

    final String description;

    Type(String description) {
      this.description = description;
    }
  }

  boolean isName(String name) {
    return type == Type.NAME && text.equals(name);
  }

  boolean isOperator(String operator) {
    return type == Type.OPERATOR && text.equals(operator);
  }

  /** How error messages call this token. */
  String describe() {
    return type == Type.NAME || type == Type.OPERATOR ? text : type.description;
  }
}
