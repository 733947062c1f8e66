package org.openr1.model.jinja;

/** Text marked safe: joined with other text, the other text is escaped for HTML. */
record Markup(String text) {
  /** Escapes for HTML, unless the value is marked safe already. */
  static Markup escape(Object value) {
    if (value instanceof Markup markup) {
      return markup;
    }
    return new Markup(
        Printing.str(value)
            .replace("&", "&amp;")
            .replace(">", "&gt;")
            .replace("<", "&lt;")
            .replace("'", "&#39;")
            .replace("\"", "&#34;"));
  }

  @Override
  public String toString() {
    return text;
  }
}
