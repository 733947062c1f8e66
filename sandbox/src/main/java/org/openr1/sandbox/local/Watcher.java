package org.openr1.sandbox.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openr1.sandbox.SandboxLimits;

/**
 * Containment without control groups: the tree of processes is summed up every few milliseconds.
 * The tree is that of bubblewrap's first process, which all orphans of the sandbox come back to.
 */
final class Watcher implements Containment {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long NANOS_PER_TICK = 10_000_000;

  private SandboxLimits limits = SandboxLimits.DEFAULT;
  private long root;
  private List<Long> last = List.of();
  private Usage usage = Usage.NONE;

  @Override
  public void begin(SandboxLimits limits) {
    this.limits = limits;
    root = 0;
    last = List.of();
    usage = Usage.NONE;
  }

  @Override
  public String joinCommands() {
    return "";
  }

  @Override
  public void started(long pid) {
    root = pid;
  }

  @Override
  public void ending(long init) {
    List<Long> all = new ArrayList<>(last);
    all.addAll(ProcessTree.of(init).pids());
    last = all;
  }

  @Override
  public Usage usage() {
    if (root == 0) {
      return usage;
    }
    ProcessTree tree = ProcessTree.of(root);
    if (tree.pids().isEmpty()) {
      return usage;
    }
    last = tree.pids();
    long memory = tree.memoryBytes();
    if (memory > limits.memoryBytes()) {
      memory = tree.proportionalMemoryBytes();
    }
    Duration cpu = Duration.ofNanos(NANOS_PER_TICK * tree.cpuTicks());
    usage =
        new Usage(
            cpu.compareTo(usage.cpu()) > 0 ? cpu : usage.cpu(),
            Math.max(usage.peakMemoryBytes(), memory),
            usage.outOfMemory() || memory > limits.memoryBytes(),
            usage.outOfProcesses() || tree.threads() > limits.processes() + OWN_PROCESSES);
    return usage;
  }

  @Override
  public void end() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<Long> left = last.stream().filter(Watcher::isOurs).toList();
      if (left.isEmpty()) {
        return;
      }
      for (long pid : left) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("processes " + left + " of a sandbox do not die");
      }
      Thread.sleep(1);
    }
  }

  /** Whether a process is alive and in another pid namespace than ours, so not a reused number. */
  private static boolean isOurs(long pid) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
      int at = status.indexOf("\nNSpid:");
      int end = status.indexOf('\n', at + 1);
      return at >= 0
          && !status.contains("\nState:\tZ")
          && status.substring(at + 1, end).split("\t", -1).length > 2;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {}
}
