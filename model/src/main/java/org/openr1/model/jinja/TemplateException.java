package org.openr1.model.jinja;

/** A template that cannot be compiled or rendered; the message is the one Jinja would give. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, named after the Python exception of the same meaning. */
  public enum Kind {
    SYNTAX("TemplateSyntaxError"),
    ASSERTION("TemplateAssertionError"),
    RUNTIME("TemplateRuntimeError"),
    RAISED("TemplateError"),
    UNDEFINED("UndefinedError"),
    SECURITY("SecurityError"),
    FILTER_ARGUMENT("FilterArgumentError"),
    TYPE("TypeError"),
    VALUE("ValueError"),
    KEY("KeyError"),
    INDEX("IndexError"),
    ZERO_DIVISION("ZeroDivisionError"),
    OVERFLOW("OverflowError"),
    LIMIT("LimitError");

    private final String pythonName;

    Kind(String pythonName) {
      this.pythonName = pythonName;
    }

    /** The name of the Python exception, such as {@code UndefinedError}. */
    public String pythonName() {
      return pythonName;
    }
  }

  private final Kind kind;
  private int line;

  TemplateException(Kind kind, String message) {
    this(kind, message, 0);
  }

  TemplateException(Kind kind, String message, int line) {
    super(message);
    this.kind = kind;
    this.line = line;
  }

  static TemplateException type(String message) {
    return new TemplateException(Kind.TYPE, message);
  }

  static TemplateException value(String message) {
    return new TemplateException(Kind.VALUE, message);
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** Line of the template, counted from 1; 0 when unknown. */
  public int line() {
    return line;
  }

  /** True when the template itself called {@code raise_exception}. */
  public boolean raisedByTemplate() {
    return kind == Kind.RAISED;
  }

  /** Kind, line and message in one line, for users. */
  public String describe() {
    return kind.pythonName + (line > 0 ? " in line " + line : "") + ": " + getMessage();
  }

  /** Notes the innermost statement's line, once. */
  TemplateException at(int statementLine) {
    if (line == 0) {
      line = statementLine;
    }
    return this;
  }
}
