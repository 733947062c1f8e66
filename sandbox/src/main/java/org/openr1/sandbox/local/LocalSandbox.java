package org.openr1.sandbox.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.openr1.sandbox.Dialogue;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

/**
 * Runs programs on this machine in bubblewrap, each in a sandbox of its own. So many run at a time
 * as there are places; other callers wait.
 */
public final class LocalSandbox implements Sandbox {
  private static final SandboxLimits COMPILER = compiler(Duration.ofSeconds(30), 32 << 20);

  /** The standard library of Go is ours to compile: larger than any program may be. */
  private static final SandboxLimits LIBRARY = compiler(Duration.ofMinutes(2), 256 << 20);

  private static SandboxLimits compiler(Duration cpu, long outputBytes) {
    return new SandboxLimits(
        cpu.multipliedBy(2), cpu, 2L << 30, 256, 512L << 20, 1024, outputBytes, 1L << 30);
  }

  private final Scratch scratch;
  private final Toolchains toolchains;
  private final String containment;
  private final String user;
  private final List<Slot> slots = new ArrayList<>();
  private final BlockingQueue<Slot> idle;
  private final ExecutorService pumps =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("sandbox-pump-", 0).daemon(true).factory());
  private final Thread atExit;
  private volatile boolean closed;

  private LocalSandbox(
      Scratch scratch, Bubblewrap bubblewrap, Optional<CgroupParent> groups, int parallelism)
      throws IOException {
    this.scratch = scratch;
    this.toolchains = Toolchains.find();
    this.containment =
        groups
            .map(CgroupParent::description)
            .orElse("watcher (sums up the tree of processes every 10 ms)");
    this.user = bubblewrap.user();
    this.idle = new ArrayBlockingQueue<>(parallelism);
    for (int i = 0; i < parallelism; i++) {
      slots.add(
          new Slot(
              bubblewrap,
              groups.isPresent() ? Cgroup.create(groups.get(), groupName()) : new Watcher(),
              scratch.folder(),
              pumps));
    }
    idle.addAll(slots);
    this.atExit = Thread.ofPlatform().unstarted(this::release);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private static final java.util.concurrent.atomic.AtomicInteger GROUPS =
      new java.util.concurrent.atomic.AtomicInteger();

  private static String groupName() {
    return CgroupParent.PREFIX + ProcessHandle.current().pid() + "-" + GROUPS.incrementAndGet();
  }

  /**
   * A sandbox with so many places, with control groups where they can be made.
   *
   * @throws SandboxUnavailableException where programs cannot be run safely, with the reason
   */
  public static LocalSandbox open(int parallelism) {
    return open(parallelism, true);
  }

  /**
   * A sandbox with so many places.
   *
   * @param controlGroups false to use the watcher even where control groups can be made
   * @throws SandboxUnavailableException where programs cannot be run safely, with the reason
   */
  public static LocalSandbox open(int parallelism, boolean controlGroups) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism is " + parallelism);
    }
    Scratch scratch = null;
    try {
      scratch = Scratch.create();
      return switch (Bubblewrap.find(scratch.folder())) {
        case Bubblewrap.Found.Unusable unusable -> {
          scratch.close();
          throw new SandboxUnavailableException(unusable.reason());
        }
        case Bubblewrap.Found.Usable usable ->
            new LocalSandbox(
                scratch,
                usable.bubblewrap(),
                controlGroups ? CgroupParent.find() : Optional.empty(),
                parallelism);
      };
    } catch (IOException e) {
      if (scratch != null) {
        scratch.close();
      }
      throw new UncheckedIOException("cannot set up the sandbox", e);
    }
  }

  /** Why programs cannot be run here, and what to do about it; empty when they can. */
  public static Optional<String> unavailable() {
    try {
      open(1).close();
      return Optional.empty();
    } catch (SandboxUnavailableException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What there is on this machine. */
  public static SandboxReport examine() {
    String bwrap = Toolchains.output(List.of("bwrap", "--version")).orElse("").strip();
    try (LocalSandbox sandbox = open(1)) {
      return new SandboxReport(
          Optional.empty(), bwrap, sandbox.containment, sandbox.user, sandbox.toolchains.report());
    } catch (SandboxUnavailableException e) {
      return new SandboxReport(
          Optional.of(String.valueOf(e.getMessage())),
          bwrap,
          "none",
          "none",
          Toolchains.find().report());
    }
  }

  @Override
  public String provider() {
    return "local";
  }

  /** How memory and processes are limited. */
  public String containment() {
    return containment;
  }

  /** The languages whose tools are on this machine. */
  public Set<Language> languages() {
    return Set.copyOf(toolchains.languages());
  }

  @Override
  public PreparedProgram prepare(Program program) throws InterruptedException {
    Optional<Toolchain> toolchain = toolchains.of(program.language());
    if (toolchain.isEmpty()) {
      return new Failed(
          Outcome.sandboxError(
              "no tool for %s on this machine; `./openr1 doctor` lists them"
                  .formatted(program.language().id())));
    }
    try {
      return prepare(program, toolchain.get());
    } catch (IOException e) {
      return new Failed(Outcome.sandboxError(e.toString()));
    }
  }

  private PreparedProgram prepare(Program program, Toolchain toolchain)
      throws IOException, InterruptedException {
    Path folder = scratch.subfolder("program-");
    Map<String, Path> files = new HashMap<>();
    files.put(
        "/box/" + Toolchain.sourceFile(program),
        write(folder, Toolchain.sourceFile(program), program.source()));
    for (Map.Entry<String, String> file : program.files().entrySet()) {
      files.put("/box/" + file.getKey(), write(folder, file.getKey(), file.getValue()));
    }
    List<String> libraries = new ArrayList<>();
    for (Path library : program.libraries()) {
      String inside = "/box/lib-" + libraries.size() + "-" + library.getFileName();
      files.put(inside, Files.copy(library, folder.resolve("lib-" + libraries.size())));
      open(folder.resolve("lib-" + libraries.size()));
      libraries.add(inside);
    }
    List<Path> folders = toolchain.folder().map(List::of).orElse(List.of());
    if (!toolchain.compiles()) {
      return new Ready(program, toolchain, folder, files, libraries, folders);
    }
    if (program.language() == Language.GO) {
      goCache(toolchain, folders).ifPresent(cache -> files.put(Toolchain.GO_CACHE, cache));
    }
    Slot.Raw compiled =
        run(
            new Slot.Job(
                List.of("/bin/sh", "-c", toolchain.compileCommand(program, libraries)),
                files,
                folders,
                false,
                "",
                COMPILER,
                null));
    if (compiled.status() != Status.OK) {
      Scratch.delete(folder);
      Outcome outcome = outcome(compiled);
      return new Failed(
          compiled.status() == Status.SANDBOX_ERROR
              ? outcome
              : new Outcome(
                  Status.COMPILE_ERROR,
                  "",
                  outcome.stderr(),
                  outcome.exitCode(),
                  outcome.wall(),
                  outcome.cpu(),
                  outcome.peakMemoryBytes(),
                  "does not compile: " + outcome.detail()));
    }
    Path artifact = folder.resolve("artifact");
    Files.write(artifact, compiled.stdout().bytes());
    open(artifact);
    Map<String, Path> result = new HashMap<>(Map.of(Toolchain.ARTIFACT, artifact));
    for (String library : libraries) {
      result.put(library, folder.resolve("lib-" + libraries.indexOf(library)));
    }
    boolean needsTools = program.language() == Language.JAVA;
    return new Ready(
        program, toolchain, folder, result, libraries, needsTools ? folders : List.of());
  }

  /** The compiled standard library of Go, made once; empty when that failed. */
  private synchronized Optional<Path> goCache(Toolchain toolchain, List<Path> folders)
      throws IOException, InterruptedException {
    Path cache = scratch.folder().resolve("go-cache.tar");
    if (!Files.exists(cache)) {
      Program program = Program.of(Language.GO, Toolchain.GO_IMPORTS);
      Path folder = scratch.subfolder("go-");
      Path source = write(folder, Toolchain.sourceFile(program), program.source());
      Slot.Raw made =
          run(
              new Slot.Job(
                  List.of("/bin/sh", "-c", toolchain.goCacheCommand(program)),
                  Map.of("/box/" + Toolchain.sourceFile(program), source),
                  folders,
                  false,
                  "",
                  LIBRARY,
                  null));
      Files.write(cache, made.status() == Status.OK ? made.stdout().bytes() : new byte[0]);
      open(cache);
    }
    return Files.size(cache) > 0 ? Optional.of(cache) : Optional.empty();
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    open(file);
    return file;
  }

  private static void open(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-xr-xr-x"));
  }

  private Slot.Raw run(Slot.Job job) throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("the sandbox is closed");
    }
    Slot slot = idle.take();
    Future<Slot.Raw> future;
    try {
      future =
          slot.thread()
              .submit(
                  () -> {
                    try {
                      return slot.run(job);
                    } finally {
                      idle.add(slot);
                    }
                  });
    } catch (java.util.concurrent.RejectedExecutionException e) {
      throw new IllegalStateException("the sandbox is closed", e);
    }
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        BoundedOutput none = new BoundedOutput(InputStream.nullInputStream(), 0);
        return new Slot.Raw(
            Status.SANDBOX_ERROR, none, none, -1, Duration.ZERO, Usage.NONE, failure.toString());
      }
      throw new IllegalStateException("the sandbox failed", e.getCause());
    }
  }

  private static Outcome outcome(Slot.Raw raw) {
    return new Outcome(
        raw.status(),
        raw.stdout().text(),
        raw.stderr().text(),
        raw.exitCode(),
        raw.wall(),
        raw.usage().cpu(),
        raw.usage().peakMemoryBytes(),
        raw.detail());
  }

  /** A program that cannot run. */
  private record Failed(Outcome outcome) implements PreparedProgram {
    @Override
    public Optional<Outcome> failure() {
      return Optional.of(outcome);
    }

    @Override
    public Outcome run(Input input, SandboxLimits limits) {
      return outcome;
    }

    @Override
    public Outcome converse(Dialogue dialogue, SandboxLimits limits) {
      return outcome;
    }

    @Override
    public void close() {}
  }

  /** A program whose files lie in a folder of the scratch. */
  private final class Ready implements PreparedProgram {
    private final Program program;
    private final Toolchain toolchain;
    private final Path folder;
    private final Map<String, Path> files;
    private final List<String> libraries;
    private final List<Path> folders;

    Ready(
        Program program,
        Toolchain toolchain,
        Path folder,
        Map<String, Path> files,
        List<String> libraries,
        List<Path> folders) {
      this.program = program;
      this.toolchain = toolchain;
      this.folder = folder;
      this.files = files;
      this.libraries = libraries;
      this.folders = folders;
    }

    @Override
    public Optional<Outcome> failure() {
      return Optional.empty();
    }

    @Override
    public Outcome run(Input input, SandboxLimits limits) throws InterruptedException {
      return run(input, limits, null);
    }

    @Override
    public Outcome converse(Dialogue dialogue, SandboxLimits limits) throws InterruptedException {
      return run(Input.NONE, limits, dialogue);
    }

    private Outcome run(Input input, SandboxLimits limits, @Nullable Dialogue dialogue)
        throws InterruptedException {
      Map<String, Path> visible = new HashMap<>(files);
      try {
        Path own = input.files().isEmpty() ? folder : scratch.subfolder("input-");
        for (Map.Entry<String, String> file : input.files().entrySet()) {
          visible.put("/box/" + file.getKey(), write(own, file.getKey(), file.getValue()));
        }
        List<String> command = new ArrayList<>(toolchain.runCommand(program, libraries, limits));
        command.addAll(input.arguments());
        try {
          return outcome(
              LocalSandbox.this.run(
                  new Slot.Job(
                      command,
                      visible,
                      folders,
                      !toolchain.reservesAddressSpace(),
                      input.stdin(),
                      limits,
                      dialogue)));
        } finally {
          if (!own.equals(folder)) {
            Scratch.delete(own);
          }
        }
      } catch (IOException e) {
        return Outcome.sandboxError(e.toString());
      }
    }

    @Override
    public void close() {
      try {
        if (Files.exists(folder)) {
          Scratch.delete(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot remove " + folder, e);
      }
    }
  }

  @Override
  public void close() {
    if (!closed) {
      release();
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException e) {
        // The machine is shutting down and calls the hook itself.
        return;
      }
    }
  }

  private synchronized void release() {
    if (closed) {
      return;
    }
    closed = true;
    slots.forEach(Slot::close);
    pumps.shutdownNow();
    scratch.close();
  }
}
