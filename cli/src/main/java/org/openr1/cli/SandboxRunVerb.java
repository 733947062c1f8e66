package org.openr1.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.code.CodeProviderOptions;
import org.openr1.reward.code.CodeProviders;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import org.openr1.sandbox.local.LocalSandbox;
import org.openr1.sandbox.local.SandboxUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs one program in a sandbox. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = "Run a program in a sandbox and print what came out as JSON.",
    description = {
      "",
      "Prints one object: status (ok, wrong_exit, time, memory, output, processes, compile_error,"
          + " sandbox_error), stdout, stderr, exit_code, wall_ms, cpu_ms, peak_memory_bytes,"
          + " detail.",
      "",
      "Examples:",
      "    ./openr1 sandbox run solution.py --stdin input.txt --wall 2s --memory 256M",
      "    ./openr1 sandbox run main.cpp --provider piston \\",
      "        --piston-endpoints http://localhost:2000/api/v2",
      "",
      "Exit code: 0 when the program was run, whatever its status; 1 when the sandbox failed; 2"
          + " wrong usage or input."
    },
    optionListHeading = "%nOptions:%n")
final class SandboxRunVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LimitOptions limits;

  @Parameters(index = "0", paramLabel = "FILE", description = "The program, one source file.")
  private Path file;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARG",
      description = "Arguments of the program, behind --.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--language",
      paramLabel = "NAME",
      description =
          "python, java, javascript, c, cpp, go, rust or bash. Default: by the end of the file's"
              + " name.")
  private @Nullable String language;

  @Option(
      names = "--stdin",
      paramLabel = "FILE",
      description = "Text on standard input. Default: none.")
  private @Nullable Path stdin;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "Where it runs: local, piston, e2b or morph. Default: ${DEFAULT-VALUE}.")
  private String provider;

  @Option(
      names = "--piston-endpoints",
      paramLabel = "URLS",
      description = "Workers of Piston, separated by commas. Default: $$PISTON_ENDPOINTS.")
  private @Nullable String pistonEndpoints;

  @Option(
      names = "--e2b-router-url",
      paramLabel = "HOST:PORT",
      description = "Router of open-r1 for E2B.")
  private @Nullable String e2bRouterUrl;

  @Option(
      names = "--morph-router-url",
      paramLabel = "HOST:PORT",
      description = "Router of open-r1 for Morph.")
  private @Nullable String morphRouterUrl;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SandboxLimits allowed = limits.limits();
    Program program = Program.of(language(), text(file));
    Input input = new Input(stdin == null ? "" : text(stdin), arguments, Map.of());
    Outcome outcome;
    try (Sandbox sandbox = open()) {
      outcome = sandbox.run(program, input, allowed);
    } catch (SandboxUnavailableException e) {
      outcome = Outcome.sandboxError(String.valueOf(e.getMessage()));
    }
    spec.commandLine().getOut().println(json(outcome));
    spec.commandLine().getOut().flush();
    return outcome.status() == Status.SANDBOX_ERROR ? Failures.FAILED : 0;
  }

  private Sandbox open() {
    try {
      CodeProviderOptions options =
          new CodeProviderOptions(
              provider,
              Optional.ofNullable(pistonEndpoints),
              Optional.ofNullable(e2bRouterUrl),
              Optional.ofNullable(morphRouterUrl),
              1);
      return new CodeProviders(LocalSandbox::open, System::getenv).open(options);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  private Language language() {
    String name = language;
    if (name == null) {
      String whole = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      String ending = whole.substring(whole.lastIndexOf('.') + 1);
      name =
          switch (ending) {
            case "mjs", "cjs" -> "js";
            case "cc" -> "cpp";
            default -> ending;
          };
    }
    try {
      return Language.byName(name);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          language == null
              ? file + ": the name does not tell the language; give --language NAME"
              : "--language: " + e.getMessage(),
          e);
    }
  }

  private static String text(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new InputException(path + " is a directory; name a file");
    }
    try {
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new InputException(path + " is not UTF-8", e);
    }
  }

  private static ObjectNode json(Outcome outcome) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", outcome.status().id())
        .put("stdout", outcome.stdout())
        .put("stderr", outcome.stderr())
        .put("exit_code", outcome.exitCode())
        .put("wall_ms", outcome.wall().toMillis())
        .put("cpu_ms", outcome.cpu().toMillis())
        .put("peak_memory_bytes", outcome.peakMemoryBytes())
        .put("detail", outcome.detail());
  }
}
