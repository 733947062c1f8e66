package org.openr1.model.jinja;

import org.openr1.model.jinja.TemplateException.Kind;

/** A missing variable or attribute: prints as nothing, fails when anything is done with it. */
final class Undefined {
  private final String message;
  private final Kind kind;

  private Undefined(String message, Kind kind) {
    this.message = message;
    this.kind = kind;
  }

  static Undefined variable(String name) {
    return hint(Printing.repr(name) + " is undefined");
  }

  static Undefined hint(String message) {
    return new Undefined(message, Kind.UNDEFINED);
  }

  /** {@code object.name} or {@code object[name]} that is not there. */
  static Undefined member(Object object, Object name) {
    String type = object == None.NONE ? "None" : Types.qualifiedName(object);
    return Text.isString(name)
        ? hint(Printing.repr(type) + " has no attribute " + Printing.repr(name))
        : hint(type + " has no element " + Printing.repr(name));
  }

  /** An attribute that exists but that the sandbox keeps away from templates. */
  static Undefined unsafe(Object object, String name) {
    return new Undefined(
        "access to attribute "
            + Printing.repr(name)
            + " of "
            + Printing.repr(Types.name(object))
            + " object is unsafe.",
        Kind.SECURITY);
  }

  TemplateException failure() {
    return new TemplateException(kind, message);
  }
}
