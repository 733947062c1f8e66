package org.openr1.sandbox.router;

import java.util.Objects;
import java.util.Optional;

/**
 * What a router tells of one script.
 *
 * @param text the value of the script's last expression, or what Morph calls its text
 * @param stdout what the script printed; empty from Morph, which tells one text only
 * @param error why the script did not run to its end: the router's exception, or the script's own
 */
public record RouterReply(String text, String stdout, Optional<String> error) {
  public RouterReply {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(error, "error");
  }
}
