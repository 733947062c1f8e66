package org.openr1.model.jinja;

/** Kinds of tokens and what error messages call them. */
enum TokenType {
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

  TokenType(String description) {
    this.description = description;
  }
}
