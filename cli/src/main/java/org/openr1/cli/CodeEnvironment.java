package org.openr1.cli;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openr1.sandbox.piston.PistonOptions;

/** Remote code providers as the environment names them. */
final class CodeEnvironment {
  private CodeEnvironment() {}

  static SequencedMap<String, String> facts(Function<String, @Nullable String> environment) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    String endpoints = environment.apply(PistonOptions.ENDPOINTS_VARIABLE);
    facts.put(
        "piston",
        endpoints == null || endpoints.isBlank()
            ? "not configured (" + PistonOptions.ENDPOINTS_VARIABLE + " is not set)"
            : endpoints);
    facts.put("e2b, morph", "by the recipe (e2b_router_url, morph_router_url)");
    return facts;
  }
}
