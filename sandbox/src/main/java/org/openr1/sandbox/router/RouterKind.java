package org.openr1.sandbox.router;

import java.time.Duration;
import java.util.Locale;

/** The two routers of open-r1 with the defaults of section 4.5 of the memo on R1. */
public enum RouterKind {
  E2B(8000, Duration.ofSeconds(30), Duration.ofSeconds(28)),
  MORPH(8001, Duration.ofSeconds(90), Duration.ofSeconds(96));

  private final int port;
  private final Duration timeout;
  private final Duration requestTimeout;

  RouterKind(int port, Duration timeout, Duration requestTimeout) {
    this.port = port;
    this.timeout = timeout;
    this.requestTimeout = requestTimeout;
  }

  /** Name in recipes. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Port that the router's script listens on. */
  public int port() {
    return port;
  }

  /** Life of a cloud sandbox. */
  public Duration timeout() {
    return timeout;
  }

  /** Limit of the router's own requests to the cloud. */
  public Duration requestTimeout() {
    return requestTimeout;
  }
}
