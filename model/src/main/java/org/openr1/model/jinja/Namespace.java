package org.openr1.model.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one kind of object whose attributes a template may set. */
final class Namespace {
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  Map<String, Object> attributes() {
    return attributes;
  }

  void set(String name, Object value) {
    if (name.startsWith("_")) {
      throw new TemplateException(
          TemplateException.Kind.SECURITY,
          "Chat templates cannot store underscore-prefixed attributes on a namespace, but got "
              + Printing.repr(name)
              + ". Please rename the attribute.");
    }
    attributes.put(name, value);
  }
}
