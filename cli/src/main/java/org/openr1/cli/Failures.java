package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openr1.model.ModelFileException;
import org.openr1.model.chat.ChatException;
import org.openr1.model.generate.GenerationException;
import org.openr1.pipeline.RunFailedException;
import org.openr1.pipeline.recipe.NearestName;
import org.openr1.pipeline.recipe.RecipeException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into one message and an exit code. */
final class Failures {
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private Failures() {}

  /** A wrong verb, option or value: says what was meant most likely. */
  static int wrongUsage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> unknown = unmatched.getUnmatched();
      String first = unknown.isEmpty() ? "" : unknown.getFirst();
      boolean option = first.startsWith("-");
      Collection<String> known = option ? options(command) : command.getSubcommands().keySet();
      String plain = option ? first.split("=", 2)[0] : first;
      if (!option && known.isEmpty()) {
        err.println(name + ": there is one argument too many: " + first);
      } else {
        err.println(
            name
                + ": unknown "
                + (option ? "option " : "verb ")
                + plain
                + "; "
                + NearestName.hint(plain, known));
      }
    } else {
      err.println(name + ": " + failure.getMessage());
    }
    err.println("See ./" + name + " --help");
    return WRONG_USAGE;
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .map(picocli.CommandLine.Model.OptionSpec::longestName)
        .toList();
  }

  /** A failure while a verb ran. */
  static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (isVerbose(parsed)) {
      failure.printStackTrace(err);
    }
    err.println("openr1: " + message(failure));
    boolean expected = exitCode(failure) == WRONG_USAGE || failure instanceof RunFailedException;
    if (!expected && !isVerbose(parsed)) {
      err.println("(--verbose shows where)");
    }
    return exitCode(failure);
  }

  private static boolean isVerbose(ParseResult parsed) {
    String debug = System.getenv("OPENR1_DEBUG");
    boolean option = false;
    for (ParseResult each = parsed; each != null; each = each.subcommand()) {
      option |= each.hasMatchedOption("--verbose");
    }
    return option || (debug != null && !debug.isEmpty() && !debug.equals("0"));
  }

  static int exitCode(Exception failure) {
    return switch (failure) {
      case InputException e -> WRONG_USAGE;
      case RecipeException e -> WRONG_USAGE;
      case ModelFileException e -> WRONG_USAGE;
      case ChatException e -> WRONG_USAGE;
      case NoSuchFileException e -> WRONG_USAGE;
      default -> FAILED;
    };
  }

  static String message(Exception failure) {
    return switch (failure) {
      case InputException e -> text(e);
      case RecipeException e -> text(e);
      case RunFailedException e -> text(e);
      case ModelFileException e -> text(e);
      case ChatException e -> text(e);
      case GenerationException e -> text(e);
      case NoSuchFileException e -> "no such file: " + e.getFile();
      case AccessDeniedException e -> "access denied: " + e.getFile();
      case IOException e -> "reading or writing failed: " + text(e);
      default -> "unexpected failure: " + failure;
    };
  }

  private static String text(Exception failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
  }
}
