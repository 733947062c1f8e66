package org.openr1.reward.code;

import org.openr1.sandbox.piston.PistonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts a request to a Piston worker: {@link org.openr1.sandbox.piston.PistonClient#execute}. */
@FunctionalInterface
public interface PistonService {
  /**
   * The reply, whatever it says.
   *
   * @throws PistonException when there is none
   */
  JsonNode execute(JsonNode request) throws PistonException, InterruptedException;

  /** Adds a file to a request. */
  static void addFile(ObjectNode request, String name, String content) {
    request.withArray("files").addObject().put("name", name).put("content", content);
  }
}
