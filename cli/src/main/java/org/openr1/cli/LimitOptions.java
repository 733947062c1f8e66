package org.openr1.cli;

import java.time.Duration;
import org.openr1.sandbox.SandboxLimits;
import picocli.CommandLine.Option;

/** Limits of a run in a sandbox. */
final class LimitOptions {
  @Option(
      names = "--wall",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = Amounts.Time.class,
      description = "Time from start to end. Default: ${DEFAULT-VALUE}.")
  private Duration wall;

  @Option(
      names = "--cpu",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = Amounts.Time.class,
      description = "Time on all cores together. Default: ${DEFAULT-VALUE}.")
  private Duration cpu;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "512M",
      converter = Amounts.Size.class,
      description = "Memory of all processes together. Default: ${DEFAULT-VALUE}.")
  private Long memory;

  @Option(
      names = "--processes",
      paramLabel = "N",
      defaultValue = "64",
      description = "Processes and threads. Default: ${DEFAULT-VALUE}.")
  private int processes;

  @Option(
      names = "--output-bytes",
      paramLabel = "SIZE",
      defaultValue = "4M",
      converter = Amounts.Size.class,
      description = "Standard output and standard error, each. Default: ${DEFAULT-VALUE}.")
  private Long output;

  @Option(
      names = "--writable",
      paramLabel = "SIZE",
      defaultValue = "64M",
      converter = Amounts.Size.class,
      description = "Working directory and /tmp, each. Default: ${DEFAULT-VALUE}.")
  private Long writable;

  @Option(
      names = "--file-size",
      paramLabel = "SIZE",
      defaultValue = "64M",
      converter = Amounts.Size.class,
      description = "A file that is written. Default: ${DEFAULT-VALUE}.")
  private Long file;

  @Option(
      names = "--open-files",
      paramLabel = "N",
      defaultValue = "256",
      description = "Open files of a process. Default: ${DEFAULT-VALUE}.")
  private int openFiles;

  /** The limits, checked. */
  SandboxLimits limits() {
    try {
      return new SandboxLimits(wall, cpu, memory, processes, file, openFiles, output, writable);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }
}
