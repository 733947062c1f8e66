package org.openr1.sandbox;

import java.time.Duration;

/**
 * What one run may use. All limits hold for the whole tree of processes unless said otherwise.
 *
 * @param wall time from start to end
 * @param cpu time on all cores together
 * @param memoryBytes of all processes together
 * @param processes processes and threads
 * @param fileBytes size of a file that is written
 * @param openFiles open files of one process
 * @param outputBytes of standard output and of standard error, each
 * @param writableBytes of the working directory, {@code /tmp} and {@code /dev/shm}, each
 */
public record SandboxLimits(
    Duration wall,
    Duration cpu,
    long memoryBytes,
    int processes,
    long fileBytes,
    int openFiles,
    long outputBytes,
    long writableBytes) {
  private static final long MIB = 1 << 20;

  /** 10 s of wall and of CPU time, 512 MiB, 64 processes, 64 MiB on disk, 4 MiB of output. */
  public static final SandboxLimits DEFAULT =
      new SandboxLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          512 * MIB,
          64,
          64 * MIB,
          256,
          4 * MIB,
          64 * MIB);

  public SandboxLimits {
    positive("wall", wall.toNanos());
    positive("cpu", cpu.toNanos());
    positive("memory", memoryBytes);
    positive("processes", processes);
    positive("file size", fileBytes);
    positive("open files", openFiles);
    positive("output", outputBytes);
    positive("writable space", writableBytes);
  }

  private static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException("limit of " + name + " is " + value + ", not positive");
    }
  }

  /** These limits with another wall and CPU time. */
  public SandboxLimits withTime(Duration time) {
    return new SandboxLimits(
        time, time, memoryBytes, processes, fileBytes, openFiles, outputBytes, writableBytes);
  }

  /** These limits with other memory. */
  public SandboxLimits withMemory(long bytes) {
    return new SandboxLimits(
        wall, cpu, bytes, processes, fileBytes, openFiles, outputBytes, writableBytes);
  }
}
