package org.openr1.sandbox.local;

import java.util.List;
import java.util.Optional;

/**
 * What the local sandbox finds on this machine.
 *
 * @param unavailable why it cannot run programs, and what to do; empty when it can
 * @param bubblewrap version and path; empty when it is missing
 * @param containment how memory and processes are limited
 * @param user as whom programs run
 * @param tools of all languages
 */
public record SandboxReport(
    Optional<String> unavailable,
    String bubblewrap,
    String containment,
    String user,
    List<ToolReport> tools) {}
