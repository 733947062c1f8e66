package org.openr1.sandbox.judge;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openr1.sandbox.Dialogue;
import org.openr1.sandbox.judge.python.WireValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the driver and its answers. */
final class DriverSession {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Dialogue.Channel channel;

  DriverSession(Dialogue.Channel channel) {
    this.channel = Objects.requireNonNull(channel, "channel");
  }

  Reply load(Candidate candidate) throws IOException {
    return ask(Map.of("load", candidate.source(), "prelude", candidate.prelude()));
  }

  Reply setup(int scope, String statements) throws IOException {
    return ask(Map.of("exec", statements, "scope", scope));
  }

  Reply call(int scope, String expression) throws IOException {
    return ask(Map.of("call", expression, "scope", scope));
  }

  Reply function(String name, List<String> arguments) throws IOException {
    return ask(Map.of("function", name, "arguments", arguments));
  }

  Reply tests(String text, String word) throws IOException {
    return ask(Map.of("tests", text, "word", word));
  }

  private Reply ask(Map<String, Object> request) throws IOException {
    channel.send(JSON.writeValueAsString(request) + "\n");
    String line = channel.receive().orElseThrow(() -> new IOException("no answer"));
    try {
      return read(JSON.readTree(line));
    } catch (JacksonException | IllegalArgumentException e) {
      return new Reply.Raised("an answer that is not of the protocol");
    }
  }

  private static Reply read(JsonNode node) {
    if (node.has("value")) {
      return new Reply.Value(WireValue.ofDriver(node.path("value")));
    }
    if (node.has("raised")) {
      return new Reply.Raised(node.path("raised").asString(""));
    }
    if (node.has("error")) {
      return new Reply.NotLoaded(
          node.path("error").asString(""), node.path("syntax").asBoolean(false));
    }
    if (node.has("word")) {
      return new Reply.Word(node.path("word").asString(""));
    }
    if (node.has("loaded") || node.has("done")) {
      return new Reply.Done();
    }
    throw new IllegalArgumentException("no answer has these keys");
  }
}
