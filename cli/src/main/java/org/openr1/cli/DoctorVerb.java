package org.openr1.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openr1.sandbox.local.LocalSandbox;
import org.openr1.sandbox.local.SandboxReport;
import org.openr1.sandbox.local.ToolReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what works on this machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    header = "Tell what works on this machine, and what to install for the rest.",
    description = {
      "",
      "Looks at Java, memory, libtorch, the sandbox for code rewards and the tools of the languages"
          + " it runs, and the remote code providers named in the environment.",
      "",
      "Examples:",
      "    ./openr1 doctor",
      "    ./openr1 doctor --require sandbox && ./openr1 run recipe.yaml",
      "",
      "Exit code: 0; 1 when something is missing that --require names."
    },
    optionListHeading = "%nOptions:%n")
final class DoctorVerb implements Callable<Integer> {
  /** What can be required. */
  enum Need {
    SANDBOX,
    LIBTORCH
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--require",
      paramLabel = "sandbox|libtorch",
      description = "End with exit code 1 when it does not work.")
  private @Nullable Need need;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    MachineCheck.facts().forEach((label, text) -> line(out, label, text));
    Optional<String> torch = MachineCheck.torchProblem();
    line(out, "libtorch", torch.map(problem -> "does not work: " + problem).orElse("works"));
    line(out, "cuda", MachineCheck.cuda());

    SandboxReport sandbox = LocalSandbox.examine();
    line(
        out,
        "sandbox",
        sandbox.unavailable().map(reason -> "does not work: " + reason).orElse("works"));
    line(
        out,
        "bubblewrap",
        sandbox.bubblewrap().isBlank()
            ? "not found; install it (Debian, Ubuntu: apt install bubblewrap)"
            : sandbox.bubblewrap());
    line(out, "containment", sandbox.containment());
    line(out, "runs as", sandbox.user());
    line(out, "namespaces", KernelFeatures.userNamespaces());
    line(out, "seccomp", KernelFeatures.seccomp());
    for (ToolReport tool : sandbox.tools()) {
      line(
          out,
          tool.language().id(),
          tool.path().map(path -> tool.version() + "  " + path).orElse("not found"));
    }
    CodeEnvironment.facts(System::getenv).forEach((label, text) -> line(out, label, text));
    out.flush();

    boolean missing =
        (need == Need.SANDBOX && sandbox.unavailable().isPresent())
            || (need == Need.LIBTORCH && torch.isPresent());
    if (missing) {
      spec.commandLine().getErr().println("openr1: --require " + need(need) + ": does not work");
    }
    return missing ? Failures.FAILED : 0;
  }

  private static String need(@Nullable Need need) {
    return String.valueOf(need).toLowerCase(Locale.ROOT);
  }

  private static void line(PrintWriter out, String label, String text) {
    out.println(
        String.format(Locale.ROOT, "%-13s", label)
            + text.strip().replace("\n", "\n" + " ".repeat(13)));
  }
}
