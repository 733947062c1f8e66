package org.openr1.model.jinja;

/** Something a template can call. */
@FunctionalInterface
interface Function {
  Object call(Arguments arguments);
}
