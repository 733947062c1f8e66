package org.openr1.sandbox.router;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Which router is used and how.
 *
 * @param address of the router, without a path
 * @param timeout life of a cloud sandbox; sent to the router in whole seconds
 * @param requestTimeout of the router's requests to the cloud; sent in whole seconds
 * @param patience how long a reply is waited for; a batch waits at the router for free sandboxes
 * @param parallel requests at a time
 */
public record RouterOptions(
    RouterKind kind,
    URI address,
    Duration timeout,
    Duration requestTimeout,
    Duration patience,
    int parallel) {
  public RouterOptions {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(address, "address");
    positive("timeout", timeout);
    positive("request timeout", requestTimeout);
    positive("patience", patience);
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel is " + parallel + ", not positive");
    }
  }

  /**
   * The router at an address with its usual timeouts.
   *
   * @param address {@code HOST:PORT}, {@code HOST} or an address of HTTP
   */
  public static RouterOptions of(RouterKind kind, String address, int parallel) {
    return new RouterOptions(
        kind,
        parse(kind, address),
        kind.timeout(),
        kind.requestTimeout(),
        kind.timeout().plus(kind.requestTimeout()),
        parallel);
  }

  private static URI parse(RouterKind kind, String text) {
    String bare = text.strip();
    while (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    String full = bare.contains("://") ? bare : "http://" + bare;
    try {
      URI address = URI.create(full);
      boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (http && address.getHost() != null) {
        return address.getPort() >= 0 ? address : URI.create(full + ":" + kind.port());
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(refusal(kind, text), e);
    }
    throw new IllegalArgumentException(refusal(kind, text));
  }

  private static String refusal(RouterKind kind, String text) {
    return "%s_router_url '%s' is not of the form HOST:PORT".formatted(kind.id(), text);
  }

  private static void positive(String name, Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException(name + " is " + time + ", not positive");
    }
  }
}
