package org.openr1.sandbox.local;

import java.util.Optional;
import org.openr1.sandbox.Language;

/**
 * A language's tool on this machine.
 *
 * @param path where it is; empty when it is missing
 * @param version what it says of itself; empty when it is missing
 */
public record ToolReport(Language language, Optional<String> path, String version) {}
