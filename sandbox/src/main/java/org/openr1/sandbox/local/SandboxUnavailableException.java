package org.openr1.sandbox.local;

/** The local sandbox cannot run programs on this machine; the message says why and what to do. */
public final class SandboxUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SandboxUnavailableException(String message) {
    super(message);
  }
}
