package org.openr1.reward.code;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where code runs, as in recipes.
 *
 * @param provider parameter {@code code_provider}: local, piston, e2b or morph
 * @param pistonEndpoints parameter {@code piston_endpoints}, by default environment variable {@code
 *     PISTON_ENDPOINTS}
 * @param e2bRouterUrl parameter {@code e2b_router_url}
 * @param morphRouterUrl parameter {@code morph_router_url}
 * @param parallel parameter {@code parallel_code_exec_per_proc}
 */
public record CodeProviderOptions(
    String provider,
    Optional<String> pistonEndpoints,
    Optional<String> e2bRouterUrl,
    Optional<String> morphRouterUrl,
    int parallel) {
  /** Names of providers. */
  public static final List<String> PROVIDERS = List.of("local", "piston", "e2b", "morph");

  public CodeProviderOptions {
    if (!PROVIDERS.contains(provider)) {
      throw new IllegalArgumentException(
          "no code_provider '%s'; there are: %s".formatted(provider, String.join(", ", PROVIDERS)));
    }
    Objects.requireNonNull(pistonEndpoints, "pistonEndpoints");
    Objects.requireNonNull(e2bRouterUrl, "e2bRouterUrl");
    Objects.requireNonNull(morphRouterUrl, "morphRouterUrl");
    if (parallel < 1) {
      throw new IllegalArgumentException(
          "parallel_code_exec_per_proc must be at least 1 but is " + parallel);
    }
  }

  /** The local provider. */
  public static CodeProviderOptions local(int parallel) {
    return new CodeProviderOptions(
        "local", Optional.empty(), Optional.empty(), Optional.empty(), parallel);
  }
}
