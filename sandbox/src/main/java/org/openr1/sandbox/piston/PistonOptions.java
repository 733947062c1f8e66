package org.openr1.sandbox.piston;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which workers there are and how they are used.
 *
 * @param endpoints base addresses, such as {@code http://host:2000/api/v2}; in the order of use
 * @param requestsPerEndpoint requests that one worker gets at a time
 * @param timeout of a request; one that lets its program run longer waits for that
 * @param probeTimeout of the question whether a worker is alive
 */
public record PistonOptions(
    List<URI> endpoints, int requestsPerEndpoint, Duration timeout, Duration probeTimeout) {
  /** Environment variable with the addresses, separated by commas. */
  public static final String ENDPOINTS_VARIABLE = "PISTON_ENDPOINTS";

  /** Environment variable with the number of requests that one worker gets at a time. */
  public static final String REQUESTS_VARIABLE = "PISTON_MAX_REQUESTS_PER_ENDPOINT";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);
  private static final Pattern COMMA = Pattern.compile(",");

  public PistonOptions {
    endpoints = List.copyOf(endpoints);
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException(
          "no Piston endpoint is given (parameter piston_endpoints or environment variable "
              + ENDPOINTS_VARIABLE
              + ")");
    }
    if (requestsPerEndpoint < 1) {
      throw new IllegalArgumentException(
          "requests per Piston endpoint must be at least 1 but is " + requestsPerEndpoint);
    }
    positive("timeout", timeout);
    positive("probe timeout", probeTimeout);
  }

  /**
   * The addresses in a text, separated by commas, sorted, without repetitions.
   *
   * @throws IllegalArgumentException for text without addresses, or an address that is not one of
   *     HTTP
   */
  public static PistonOptions parse(String endpoints, int requestsPerEndpoint) {
    TreeSet<URI> sorted = new TreeSet<>();
    for (String part : COMMA.splitAsStream(endpoints).map(String::strip).toList()) {
      if (!part.isEmpty()) {
        sorted.add(address(part));
      }
    }
    return new PistonOptions(new ArrayList<>(sorted), requestsPerEndpoint, TIMEOUT, PROBE_TIMEOUT);
  }

  /**
   * The part of the workers that one of several processes uses: every {@code processes}-th.
   *
   * @throws IllegalArgumentException when fewer workers than processes leave this one without
   */
  public PistonOptions share(int process, int processes) {
    if (process < 0 || process >= processes) {
      throw new IllegalArgumentException("process " + process + " of " + processes);
    }
    List<URI> part = new ArrayList<>();
    for (int i = process; i < endpoints.size(); i += processes) {
      part.add(endpoints.get(i));
    }
    if (part.isEmpty()) {
      throw new IllegalArgumentException(
          "%d Piston endpoints are too few for %d processes"
              .formatted(endpoints.size(), processes));
    }
    return new PistonOptions(part, requestsPerEndpoint, timeout, probeTimeout);
  }

  private static URI address(String text) {
    String bare = text;
    while (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    URI address;
    try {
      address = URI.create(bare);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Piston endpoint '" + text + "' is not an address", e);
    }
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null) {
      throw new IllegalArgumentException(
          "Piston endpoint '%s' is not of the form http://HOST:PORT/api/v2".formatted(text));
    }
    return address;
  }

  private static void positive(String name, Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException(name + " is " + time + ", not positive");
    }
  }
}
