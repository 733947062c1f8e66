package org.openr1.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Entry point of the {@code openr1} command. */
public final class Main {
  private static final Pattern OVERRIDE =
      Pattern.compile("--([A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+)(?:=(.*))?", Pattern.DOTALL);

  private Main() {}

  /** Runs the verb named by the first argument and exits with its code. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    int code = commandLine(out, err).execute(withOverrides(args));
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Writes {@code --STAGE.KEY VALUE} and {@code --STAGE.KEY=VALUE} as the option {@code --set}. */
  static String[] withOverrides(String[] args) {
    List<String> result = new ArrayList<>();
    boolean runs = args.length > 0 && (args[0].equals("run") || args[0].equals("quickstart"));
    for (int i = 0; i < args.length; i++) {
      Matcher override = OVERRIDE.matcher(args[i]);
      if (runs && override.matches() && (override.group(2) != null || i + 1 < args.length)) {
        String value = override.group(2) != null ? override.group(2) : args[++i];
        result.add("--set");
        result.add(override.group(1) + "=" + value);
      } else {
        result.add(args[i]);
      }
    }
    return result.toArray(new String[0]);
  }

  /** All verbs, printing to these streams. */
  static CommandLine commandLine(PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new OpenR1());
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Failures::wrongUsage);
    line.setExecutionExceptionHandler(Failures::failed);
    return line;
  }
}
