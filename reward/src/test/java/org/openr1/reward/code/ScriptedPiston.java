package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import org.openr1.sandbox.piston.PistonException;
import tools.jackson.databind.JsonNode;

/** Gives known replies one after the other, over and over; {@code "raise"} fails. */
final class ScriptedPiston implements PistonService {
  private final JsonNode replies;
  private final List<JsonNode> requests = new ArrayList<>();

  ScriptedPiston(JsonNode replies) {
    this.replies = replies;
  }

  @Override
  public JsonNode execute(JsonNode request) throws PistonException {
    JsonNode reply = replies.path(requests.size() % replies.size());
    requests.add(request);
    if (reply.isString()) {
      throw new PistonException("scripted: " + reply.asString());
    }
    return reply;
  }

  List<JsonNode> requests() {
    return requests;
  }
}
