package org.openr1.pipeline.recipe;

/** A recipe, or what it names, cannot be run; the message alone tells the user where and why. */
public final class RecipeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RecipeException(String message) {
    super(message);
  }

  public RecipeException(Origin origin, String message) {
    super(origin + ": " + message);
  }

  public RecipeException(String message, Throwable cause) {
    super(message, cause);
  }
}
