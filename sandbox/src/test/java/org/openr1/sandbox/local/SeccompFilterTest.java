package org.openr1.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeccompFilterTest {
  @Test
  void everyProcessorHasAProgramOfWholeInstructionsWithinTheKernelsLimit() {
    for (String architecture : new String[] {"amd64", "aarch64"}) {
      byte[] program = SeccompFilter.of(architecture).orElseThrow();
      assertThat(program.length % 8).isZero();
      assertThat(program.length / 8).isLessThan(4096);
    }
    assertThat(SeccompFilter.of("sparc")).isEmpty();
  }

  @Test
  void theCallsThatOpenTheWayOutAreRefused() {
    assertThat(SeccompFilter.refused())
        .contains(
            "ptrace",
            "mount",
            "unshare",
            "keyctl",
            "bpf",
            "io_uring_setup",
            "userfaultfd",
            "setns");
  }
}
