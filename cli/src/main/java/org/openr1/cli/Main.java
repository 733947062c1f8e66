package org.openr1.cli;

/** Entry point of the {@code openr1} command. */
public final class Main {
  private Main() {}

  /** Runs the verb named by the first argument. */
  public static void main(String[] args) {
    System.out.println("openr1");
  }
}
