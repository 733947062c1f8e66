package org.openr1.verify.parsing;

/** Ends parsing inside this package; callers outside see {@link ParseResult.Failed}. */
final class ParseFailure extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int position;
  private final String reason;

  ParseFailure(int position, String reason) {
    super(reason, null, false, false);
    this.position = position;
    this.reason = reason;
  }

  int position() {
    return position;
  }

  String reason() {
    return reason;
  }
}
