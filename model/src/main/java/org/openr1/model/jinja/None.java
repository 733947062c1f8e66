package org.openr1.model.jinja;

/** Python's {@code None}, kept apart from Java's null so that every value is an object. */
enum None {
  NONE
}
