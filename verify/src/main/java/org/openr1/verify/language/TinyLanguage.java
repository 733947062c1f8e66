package org.openr1.verify.language;

/** The two languages of the tiny world. */
public enum TinyLanguage {
  EN("en"),
  ES("es");

  private final String code;

  TinyLanguage(String code) {
    this.code = code;
  }

  /** ISO 639-1 code. */
  public String code() {
    return code;
  }

  /** The other language. */
  public TinyLanguage other() {
    return this == EN ? ES : EN;
  }

  /**
   * The language of that ISO 639-1 code.
   *
   * @throws IllegalArgumentException for any other code
   */
  public static TinyLanguage of(String code) {
    for (TinyLanguage language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    throw new IllegalArgumentException(
        "no language '" + code + "' in the tiny world; there are: en, es");
  }
}
