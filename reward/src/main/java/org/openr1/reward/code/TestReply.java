package org.openr1.reward.code;

import java.util.Objects;

/**
 * What became of one test.
 *
 * @param score 0 to 1; 0 unless scored
 * @param feedback of the judge, or what failed
 */
public record TestReply(Kind kind, double score, String feedback) {
  /** How far the test came. */
  public enum Kind {
    SCORED,
    /** The submission does not compile. */
    COMPILE_ERROR,
    /** The service answered in a way that tells no score. */
    BROKEN,
    /** The service failed; says nothing about the submission. */
    UNAVAILABLE
  }

  public TestReply {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(feedback, "feedback");
  }

  static TestReply scored(double score, String feedback) {
    return new TestReply(Kind.SCORED, score, feedback);
  }

  static TestReply compileError(String feedback) {
    return new TestReply(Kind.COMPILE_ERROR, 0, feedback);
  }

  static TestReply broken(String feedback) {
    return new TestReply(Kind.BROKEN, 0, feedback);
  }

  static TestReply unavailable(String feedback) {
    return new TestReply(Kind.UNAVAILABLE, 0, feedback);
  }

  boolean isCompileError() {
    return kind == Kind.COMPILE_ERROR;
  }

  /** Whether the test was passed in full. */
  boolean passed() {
    return kind == Kind.SCORED && score == 1;
  }

  /**
   * This reply, when it tells something.
   *
   * @throws TestServiceException when it does not
   */
  TestReply orThrow() {
    if (kind == Kind.BROKEN || kind == Kind.UNAVAILABLE) {
      throw new TestServiceException(feedback, kind == Kind.UNAVAILABLE);
    }
    return this;
  }
}
