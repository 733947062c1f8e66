package org.openr1.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel says about the features a sandbox is made of. */
final class KernelFeatures {
  private static final Path PROC = Path.of("/proc/sys");

  private KernelFeatures() {}

  /** Whether users other than root may make user namespaces. */
  static String userNamespaces() {
    Optional<String> most = read("user/max_user_namespaces");
    if (most.isEmpty()) {
      return "unknown, this kernel does not tell";
    }
    if (most.get().equals("0")) {
      return "switched off (sysctl user.max_user_namespaces is 0)";
    }
    if (read("kernel/unprivileged_userns_clone").orElse("1").equals("0")) {
      return "for root only (sysctl kernel.unprivileged_userns_clone is 0)";
    }
    if (read("kernel/apparmor_restrict_unprivileged_userns").orElse("0").equals("1")) {
      return "restricted by AppArmor (sysctl kernel.apparmor_restrict_unprivileged_userns is 1)";
    }
    return "allowed";
  }

  /** Whether system calls can be filtered. */
  static String seccomp() {
    return read("kernel/seccomp/actions_avail")
        .map(actions -> "available")
        .orElse("unknown, this kernel does not tell");
  }

  private static Optional<String> read(String name) {
    try {
      return Optional.of(Files.readString(PROC.resolve(name)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
