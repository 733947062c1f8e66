package org.openr1.reward.code;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.piston.PistonClient;
import org.openr1.sandbox.piston.PistonOptions;
import org.openr1.sandbox.piston.PistonSandbox;
import org.openr1.sandbox.router.RouterKind;
import org.openr1.sandbox.router.RouterOptions;
import org.openr1.sandbox.router.RouterSandbox;

/**
 * Opens what code runs in.
 *
 * @param local opens the sandbox of this machine for a number of programs at a time
 * @param environment environment variables by name, null where absent
 */
public record CodeProviders(
    IntFunction<Sandbox> local, Function<String, @Nullable String> environment) {
  public CodeProviders {
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(environment, "environment");
  }

  /**
   * A sandbox of the chosen provider.
   *
   * @throws IllegalArgumentException when an address is missing or is none, naming the parameter
   */
  public Sandbox open(CodeProviderOptions options) {
    return switch (options.provider()) {
      case "local" -> local.apply(options.parallel());
      case "piston" -> new PistonSandbox(piston(options));
      case "e2b" -> router(RouterKind.E2B, options.e2bRouterUrl(), options);
      case "morph" -> router(RouterKind.MORPH, options.morphRouterUrl(), options);
      default -> throw new IllegalArgumentException("code_provider " + options.provider());
    };
  }

  /** What judges Codeforces problems: open-r1's packages on Piston, else this project's judge. */
  public TestService<CodeforcesProblem> codeforces(CodeProviderOptions options) {
    return options.provider().equals("piston")
        ? new PistonCodeforces(piston(options)::execute)
        : new SandboxCodeforces(open(options));
  }

  /**
   * What judges IOI problems.
   *
   * @throws IllegalArgumentException for routers, which run no C++
   */
  public TestService<IoiSubtask> ioi(CodeProviderOptions options) {
    return switch (options.provider()) {
      case "piston" -> new PistonIoi(piston(options)::execute);
      case "local" -> new SandboxIoi(open(options));
      default ->
          throw new IllegalArgumentException(
              "code_provider '%s' runs Python only; ioi_code needs local or piston"
                  .formatted(options.provider()));
    };
  }

  private PistonClient piston(CodeProviderOptions options) {
    String endpoints =
        options
            .pistonEndpoints()
            .or(() -> variable(PistonOptions.ENDPOINTS_VARIABLE))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "code_provider 'piston' needs piston_endpoints or environment variable "
                            + PistonOptions.ENDPOINTS_VARIABLE));
    PistonOptions all = PistonOptions.parse(endpoints, number(PistonOptions.REQUESTS_VARIABLE, 1));
    // As open-r1 has it: each of several training processes has workers of its own.
    return new PistonClient(all.share(number("LOCAL_RANK", 0), number("WORLD_SIZE", 1)));
  }

  private int number(String name, int absent) {
    String text = variable(name).orElse(Integer.toString(absent));
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is not a number: '" + text + "'", e);
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(text -> !text.isBlank());
  }

  private static Sandbox router(
      RouterKind kind, Optional<String> url, CodeProviderOptions options) {
    String address =
        url.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "code_provider '%s' needs %s_router_url".formatted(kind.id(), kind.id())));
    return new RouterSandbox(RouterOptions.of(kind, address, options.parallel()));
  }
}
