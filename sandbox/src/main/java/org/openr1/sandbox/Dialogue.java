package org.openr1.sandbox;

import java.io.IOException;
import java.util.Optional;

/** The host's part in a talk with a running program. */
@FunctionalInterface
public interface Dialogue {
  /**
   * Talks until it has what it wants; the program is then ended. Times out with the program.
   *
   * @throws IOException when the program has ended or closed its input
   */
  void hold(Channel channel) throws IOException;

  /** Lines to and from the program. */
  interface Channel {
    /** Writes text to the program's standard input. */
    void send(String text) throws IOException;

    /** The next line of its standard output without its line end; empty at its end. */
    Optional<String> receive() throws IOException;
  }
}
