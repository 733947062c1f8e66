package org.openr1.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a verb: tells what there is. */
@Command(
    name = "openr1",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs (each has its own --help):%n",
    optionListHeading = "%nOptions:%n",
    header = "Open-R1: the training pipeline of DeepSeek-R1, on the JVM.",
    description = {
      "",
      "Start with%n%n    ./openr1 quickstart%n",
      "It runs every stage of the paper on a model of about a million parameters that ships with"
          + " the project and ends with a table and a report."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 the work failed, 2 wrong usage or input, 130 interrupted."
    },
    subcommands = {
      QuickstartVerb.class,
      RunVerb.class,
      ChatVerb.class,
      GenerateVerb.class,
      ScoreVerb.class,
      VerifyVerb.class,
      RewardVerb.class,
      SandboxVerb.class,
      ImportVerb.class,
      DoctorVerb.class
    })
final class OpenR1 implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show stack traces of errors (or set OPENR1_DEBUG=1).")
  @SuppressWarnings("UnusedVariable") // read off the parse result, which verbs share
  private boolean verbose;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
