package org.openr1.sandbox.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.SandboxLimits;

/**
 * How programs of a language are compiled and run.
 *
 * @param tool the compiler or interpreter as the sandbox sees it
 * @param folder a folder outside {@code /usr} that the sandbox must see, read-only
 */
record Toolchain(Language language, String tool, Optional<Path> folder) {
  /**
   * Where a compiled standard library of Go lies in the sandbox, which Go would otherwise compile
   * for every program.
   */
  static final String GO_CACHE = "/box/go-cache.tar";

  /** A program of ours that uses what programs of contests use. */
  static final String GO_IMPORTS =
      """
      package main

      import (
        _ "bufio"
        _ "bytes"
        _ "container/heap"
        _ "container/list"
        _ "errors"
        _ "fmt"
        _ "io"
        _ "math"
        _ "math/big"
        _ "math/bits"
        _ "math/rand"
        _ "os"
        _ "regexp"
        _ "slices"
        _ "sort"
        _ "strconv"
        _ "strings"
        _ "sync"
        _ "time"
        _ "unicode"
      )

      func main() {}
      """;

  /** Where a compiled program lies in the sandbox. */
  static final String ARTIFACT = "/box/program";

  private static final Pattern PUBLIC_CLASS =
      Pattern.compile(
          "\\bpublic\\s+(?:(?:final|abstract|sealed|strictfp)\\s+)*(?:class|record|enum)\\s+(\\w{1,200})");
  private static final Pattern MAIN_CLASS =
      Pattern.compile("\\b(?:class|record|enum)\\s+(\\w{1,200})[^{};]{0,500}\\{");
  private static final int MEBIBYTE = 1 << 20;

  /** Whether a step of compilation comes before the first run. */
  boolean compiles() {
    return switch (language) {
      case JAVA, C, CPP, GO, RUST -> true;
      case PYTHON, JAVASCRIPT, BASH -> false;
    };
  }

  /** Whether a limit on the address space would break the language's runtime. */
  boolean reservesAddressSpace() {
    return switch (language) {
      case JAVA, JAVASCRIPT, GO -> true;
      case PYTHON, C, CPP, RUST, BASH -> false;
    };
  }

  /** The name under which the main source is stored; Java wants that of its public class. */
  static String sourceFile(Program program) {
    if (program.language() == Language.JAVA) {
      return mainClass(program.source()) + ".java";
    }
    return program.language().sourceFile();
  }

  /**
   * The shell command that compiles the sources in the working directory and writes the program to
   * standard output, messages to standard error.
   */
  String compileCommand(Program program, List<String> libraries) {
    String name = sourceFile(program);
    return switch (language) {
      case C -> "'" + tool + "' -O2 -std=gnu17 -o /tmp/program *.c -lm 1>&2 && cat /tmp/program";
      case CPP -> "'" + tool + "' -O2 -std=gnu++17 -o /tmp/program *.cpp 1>&2 && cat /tmp/program";
      case GO ->
          "if [ -f "
              + GO_CACHE
              + " ]; then tar -xf "
              + GO_CACHE
              + " -C /tmp; fi; GOCACHE=/tmp/cache GOPATH=/tmp/go GO111MODULE=off GOTELEMETRY=off"
              + " CGO_ENABLED=0 '"
              + tool
              + "' build -o /tmp/program *.go 1>&2 && cat /tmp/program";
      case RUST ->
          "'" + tool + "' -O --edition 2021 -o /tmp/program " + name + " 1>&2 && cat /tmp/program";
      case JAVA ->
          "'"
              + tool
              + "c' -J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 -proc:none -nowarn -encoding UTF-8"
              + " -cp '"
              + String.join(":", libraries)
              + "' -d /tmp/classes *.java 1>&2 && '"
              + tool.substring(0, tool.length() - "java".length())
              + "jar' --create --no-compress --file /tmp/program.jar -C /tmp/classes . 1>&2"
              + " && cat /tmp/program.jar";
      case PYTHON, JAVASCRIPT, BASH ->
          throw new IllegalStateException(language + " is not compiled");
    };
  }

  /** As {@link #compileCommand}, but what is written is the compiled standard library of Go. */
  String goCacheCommand(Program program) {
    return compileCommand(program, List.of())
        .replace("cat /tmp/program", "tar -cf - -C /tmp cache");
  }

  /** The command that runs a program. */
  List<String> runCommand(Program program, List<String> libraries, SandboxLimits limits) {
    String source = "/box/" + sourceFile(program);
    List<String> command = new ArrayList<>();
    switch (language) {
      case PYTHON -> command.addAll(List.of(tool, "-s", "-B", source));
      case BASH -> command.addAll(List.of(tool, source));
      case JAVASCRIPT ->
          command.addAll(List.of(tool, "--max-old-space-size=" + heap(limits), source));
      case C, CPP, GO, RUST -> command.add(ARTIFACT);
      case JAVA -> {
        List<String> classPath = new ArrayList<>(List.of(ARTIFACT));
        classPath.addAll(libraries);
        command.addAll(
            List.of(
                tool,
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx" + heap(limits) + "m",
                "-Xss32m",
                "-ea",
                "-cp",
                String.join(":", classPath),
                mainClass(program.source())));
      }
    }
    return command;
  }

  /** Three quarters of the memory: a runtime's own memory comes on top of its heap. */
  private static long heap(SandboxLimits limits) {
    return Math.max(8, limits.memoryBytes() / MEBIBYTE * 3 / 4);
  }

  /** The public class, else the first class that is followed by a main method, else Main. */
  private static String mainClass(String source) {
    Matcher publicClass = PUBLIC_CLASS.matcher(source);
    if (publicClass.find()) {
      return publicClass.group(1);
    }
    String last = "Main";
    int main = source.indexOf("static void main");
    Matcher classes = MAIN_CLASS.matcher(source);
    while (main >= 0 && classes.find() && classes.start() < main) {
      last = classes.group(1);
    }
    return last;
  }
}
