package org.openr1.model.jinja;

import java.util.Iterator;

/** A Python iterator: can be walked once, has no length and no elements by index. */
final class Generator implements Iterator<Object> {
  private final String typeName;
  private final Iterator<Object> items;

  Generator(String typeName, Iterator<Object> items) {
    this.typeName = typeName;
    this.items = items;
  }

  static Generator of(Iterator<Object> items) {
    return new Generator("generator", items);
  }

  String typeName() {
    return typeName;
  }

  @Override
  public boolean hasNext() {
    return items.hasNext();
  }

  @Override
  public Object next() {
    return items.next();
  }
}
