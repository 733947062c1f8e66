package org.openr1.sandbox.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openr1.sandbox.Dialogue;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

/**
 * A place for one running program: a thread, a containment and a file. The thread lives as long as
 * the sandbox, because bubblewrap dies with the thread that started it.
 */
final class Slot implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final long[] PAUSES_MILLIS = {1, 2, 4, 8, 10};
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int UNASKED_PIPE_BYTES = 32 << 10;
  private static final Pattern CHILD = Pattern.compile("\"child-pid\": (\\d{1,18})");
  private static final int DETAIL_CHARACTERS = 200;

  /** What runtimes say when they are refused memory before they reach the limit. */
  private static final List<String> REFUSED_MEMORY =
      List.of(
          "MemoryError",
          "java.lang.OutOfMemoryError: Java heap space",
          "std::bad_alloc",
          "JavaScript heap out of memory");

  /** What they say when they are refused a process or thread. */
  private static final List<String> REFUSED_PROCESSES =
      List.of(
          "Resource temporarily unavailable",
          "can't start new thread",
          "unable to create native thread",
          "pthread_create");

  private final Bubblewrap bubblewrap;
  private final Containment containment;
  private final Path status;
  private final ExecutorService pumps;
  private final ExecutorService thread;

  Slot(Bubblewrap bubblewrap, Containment containment, Path scratch, ExecutorService pumps) {
    int number = NUMBER.incrementAndGet();
    this.bubblewrap = bubblewrap;
    this.containment = containment;
    this.status = scratch.resolve("status-" + number);
    this.pumps = pumps;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sandbox-" + number).daemon(true).factory());
  }

  /**
   * One start of a command in the sandbox.
   *
   * @param inside the command
   * @param files of the host by their place in the sandbox
   * @param folders of the host to be seen in the sandbox
   * @param addressSpace whether the address space may be limited
   * @param dialogue who talks with the program; null when it gets {@code stdin} and no more
   */
  record Job(
      List<String> inside,
      Map<String, Path> files,
      List<Path> folders,
      boolean addressSpace,
      String stdin,
      SandboxLimits limits,
      @Nullable Dialogue dialogue) {}

  /** What came out; {@code stdout} is empty after a dialogue. */
  record Raw(
      Status status,
      BoundedOutput stdout,
      BoundedOutput stderr,
      int exitCode,
      Duration wall,
      Usage usage,
      String detail) {}

  /** The thread that starts this slot's programs. */
  ExecutorService thread() {
    return thread;
  }

  /** Runs a job; called on {@link #thread()} only. */
  Raw run(Job job) throws IOException, InterruptedException {
    containment.begin(job.limits);
    Files.deleteIfExists(status);
    List<String> command =
        bubblewrap.command(
            new Bubblewrap.Launch(
                containment.joinCommands(),
                job.files,
                job.folders,
                job.limits,
                job.addressSpace,
                status),
            job.inside);
    long start = System.nanoTime();
    Process process = Bubblewrap.start(command);
    try {
      containment.started(process.pid());
      return attend(process, job, start);
    } finally {
      kill(process);
      containment.end();
    }
  }

  private Raw attend(Process process, Job job, long start)
      throws IOException, InterruptedException {
    BoundedOutput stderr = new BoundedOutput(process.getErrorStream(), job.limits.outputBytes());
    java.util.concurrent.Future<?> errors = pumps.submit(stderr);
    Conversation conversation = new Conversation(process, job);
    java.util.concurrent.Future<?> talk = pumps.submit(conversation);
    Ending ending = wait(process, job, start, conversation, stderr);
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    Usage usage = containment.usage();
    kill(process);
    init().ifPresent(containment::ending);
    containment.end();
    process.waitFor();
    await(errors);
    await(talk);
    conversation.rethrow();
    return raw(process, job, ending, conversation, stderr, wall, usage);
  }

  /** The sandbox's first process by bubblewrap's report. */
  private OptionalLong init() throws IOException {
    Matcher reported = CHILD.matcher(Files.exists(status) ? Files.readString(status) : "");
    return reported.find()
        ? OptionalLong.of(Long.parseLong(reported.group(1)))
        : OptionalLong.empty();
  }

  /**
   * Ends the sandbox by its first process, so that bubblewrap can bury it: an orphan would be left
   * to the machine's init, which in containers often buries nobody.
   */
  private void kill(Process process) throws IOException, InterruptedException {
    OptionalLong init = init();
    if (process.isAlive() && init.isPresent()) {
      ProcessHandle.of(init.getAsLong()).ifPresent(ProcessHandle::destroyForcibly);
      if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    // Not by Process.destroyForcibly, which closes streams that may not have been read to their
    // end.
    process.toHandle().destroyForcibly();
  }

  private static void await(java.util.concurrent.Future<?> pump) throws InterruptedException {
    try {
      pump.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("a pump of the sandbox failed", e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      // All processes are gone, so the stream ends as soon as the thread gets to run.
      pump.cancel(true);
    }
  }

  /** Why waiting for a program ended. */
  private enum Ending {
    EXIT,
    SAID_ALL,
    WALL,
    CPU,
    OUTPUT,
    MEMORY,
    PROCESSES
  }

  private Ending wait(
      Process process, Job job, long start, Conversation conversation, BoundedOutput stderr)
      throws IOException, InterruptedException {
    long deadline = start + job.limits.wall().toNanos();
    for (int round = 0; ; round++) {
      long pause = PAUSES_MILLIS[Math.min(round, PAUSES_MILLIS.length - 1)];
      if (process.waitFor(pause, TimeUnit.MILLISECONDS)) {
        return Ending.EXIT;
      }
      if (conversation.saidAll()) {
        return Ending.SAID_ALL;
      }
      if (conversation.exceeded() || stderr.exceeded()) {
        return Ending.OUTPUT;
      }
      Usage usage = containment.usage();
      if (usage.outOfMemory()) {
        return Ending.MEMORY;
      }
      if (usage.outOfProcesses()) {
        return Ending.PROCESSES;
      }
      if (usage.cpu().compareTo(job.limits.cpu()) > 0) {
        return Ending.CPU;
      }
      if (System.nanoTime() > deadline) {
        return Ending.WALL;
      }
    }
  }

  private Raw raw(
      Process process,
      Job job,
      Ending ending,
      Conversation conversation,
      BoundedOutput stderr,
      Duration wall,
      Usage usage)
      throws IOException {
    SandboxLimits limits = job.limits;
    boolean started = Files.exists(status) && Files.readString(status).contains("\"exit-code\"");
    int exit = ending == Ending.EXIT ? process.exitValue() : -1;
    Status outcome;
    String detail;
    if (ending == Ending.OUTPUT || conversation.exceeded()) {
      outcome = Status.OUTPUT;
      detail = "more than " + limits.outputBytes() + " bytes of output";
    } else if (usage.outOfMemory()) {
      outcome = Status.MEMORY;
      detail = "more than " + limits.memoryBytes() + " bytes of memory";
    } else if (usage.outOfProcesses()) {
      outcome = Status.PROCESSES;
      detail = "more than " + limits.processes() + " processes and threads";
    } else if (ending == Ending.WALL) {
      outcome = Status.TIME;
      detail = "more than " + limits.wall().toMillis() + " ms";
    } else if (ending == Ending.CPU || usage.cpu().compareTo(limits.cpu()) > 0) {
      outcome = Status.TIME;
      detail = "more than " + limits.cpu().toMillis() + " ms of CPU time";
    } else if (ending == Ending.SAID_ALL) {
      outcome = Status.OK;
      detail = "";
    } else if (!started) {
      outcome = Status.SANDBOX_ERROR;
      detail = Bubblewrap.firstLine(stderr.text());
    } else if (exit == 0) {
      outcome = Status.OK;
      detail = "";
    } else {
      String said = stderr.text();
      Optional<String> memory = line(said, REFUSED_MEMORY);
      Optional<String> processes = line(said, REFUSED_PROCESSES);
      outcome =
          memory.isPresent()
              ? Status.MEMORY
              : processes.isPresent() ? Status.PROCESSES : Status.WRONG_EXIT;
      detail = memory.or(() -> processes).orElse("exit status " + exit);
    }
    return new Raw(outcome, conversation.output(), stderr, exit, wall, usage, detail);
  }

  /** The first line that holds one of these texts, shortened. */
  private static Optional<String> line(String text, List<String> texts) {
    return text.lines()
        .filter(line -> texts.stream().anyMatch(line::contains))
        .map(line -> line.substring(0, Math.min(DETAIL_CHARACTERS, line.length())))
        .findFirst();
  }

  /** What is said to the program and read from it. */
  private static final class Conversation implements Runnable, Dialogue.Channel {
    private final Process process;
    private final Job job;
    private final BoundedOutput stdout;
    private final LineReader lines;
    private volatile boolean saidAll;
    private volatile @Nullable RuntimeException failure;

    Conversation(Process process, Job job) {
      this.process = process;
      this.job = job;
      this.stdout = new BoundedOutput(process.getInputStream(), job.limits.outputBytes());
      this.lines = new LineReader(process.getInputStream(), job.limits.outputBytes());
    }

    @Override
    public void run() {
      if (job.dialogue == null) {
        writeAll();
        return;
      }
      try {
        job.dialogue.hold(this);
        saidAll = true;
      } catch (IOException e) {
        // The program ended or closed its streams; how it ended tells the rest.
        return;
      } catch (RuntimeException e) {
        failure = e;
        saidAll = true;
      }
    }

    private void writeAll() {
      byte[] bytes = job.stdin.getBytes(StandardCharsets.UTF_8);
      if (bytes.length <= UNASKED_PIPE_BYTES) {
        // Fits into the pipe: no thread is needed to wait for a program that does not read.
        write(bytes);
        stdout.run();
        return;
      }
      Thread writer =
          Thread.ofPlatform().name("sandbox-stdin").daemon(true).start(() -> write(bytes));
      stdout.run();
      writer.interrupt();
    }

    private void write(byte[] bytes) {
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(bytes);
      } catch (IOException e) {
        // A program need not read its input.
      }
    }

    @Override
    public void send(String text) throws IOException {
      OutputStream stdin = process.getOutputStream();
      stdin.write(text.getBytes(StandardCharsets.UTF_8));
      stdin.flush();
    }

    @Override
    public Optional<String> receive() throws IOException {
      return lines.next();
    }

    boolean saidAll() {
      return saidAll;
    }

    boolean exceeded() {
      return job.dialogue == null ? stdout.exceeded() : lines.exceeded();
    }

    BoundedOutput output() {
      return stdout;
    }

    void rethrow() {
      RuntimeException thrown = failure;
      if (thrown != null) {
        throw thrown;
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("a sandbox does not end");
      }
      containment.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot remove a sandbox's control group", e);
    }
  }
}
