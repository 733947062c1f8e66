package org.openr1.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with the sandbox by hand. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    header = "Run a program in the sandbox that code rewards use.",
    synopsisSubcommandLabel = "VERB",
    description = {"", "Whether the sandbox works on this machine: ./openr1 doctor"},
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    subcommands = SandboxRunVerb.class)
final class SandboxVerb implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
