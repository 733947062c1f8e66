package org.openr1.model.jinja;

/** Counts a rendering's work, so that no template can run or grow without end. */
final class Budget {
  private final TemplateLimits limits;
  private long work;
  private int depth;

  Budget(TemplateLimits limits) {
    this.limits = limits;
  }

  /** Charges work before it is done: one unit an evaluated node, one a produced character. */
  void charge(long units) {
    if (units > limits.maxCharacters()) {
      throw limit("a value of " + units + " characters or elements", limits.maxCharacters());
    }
    work += units;
    if (work > limits.maxWork()) {
      throw limit("more work than a chat template needs", limits.maxWork());
    }
  }

  /** Checks the length of the whole output. */
  void checkOutput(long characters) {
    if (characters > limits.maxCharacters()) {
      throw limit("an output of " + characters + " characters", limits.maxCharacters());
    }
  }

  void enter() {
    if (++depth > limits.maxDepth()) {
      throw limit("macros or loops nested " + depth + " deep", limits.maxDepth());
    }
  }

  void leave() {
    depth--;
  }

  private static TemplateException limit(String what, long limit) {
    return new TemplateException(
        TemplateException.Kind.LIMIT, "the template makes " + what + " (limit " + limit + ")");
  }
}
