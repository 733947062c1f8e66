package org.openr1.reward.user;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a program of the user's own. It runs as one process that reads rows from its standard input,
 * one line of JSON each, and answers each with one line: a number, {@code null} where it does not
 * apply, or {@code {"id":n,"reward":x}}.
 *
 * <p>A row on which the process ends, takes too long or writes something else is null and counted,
 * and the process is started again; after too many failures in a row it is given up, and all
 * further rows are null. Standard error goes to the log, the first lines of it.
 *
 * <p>The program is trusted as the recipe that names it is: it runs with the rights of this
 * process, in its working directory, and in no sandbox.
 */
public final class CommandReward implements RewardFunction {
  private static final Logger LOG = LoggerFactory.getLogger(CommandReward.class);
  private static final String GIVEN_UP = "not asked, as the command was given up";
  private static final long HOOK_MILLIS = 2_000;

  private final CommandOptions options;
  private final ReentrantLock lock = new ReentrantLock();
  private final Thread hook = new Thread(this::killAtExit, "reward-command-exit");
  private final SortedMap<String, Long> failures = new ConcurrentSkipListMap<>();
  private final Set<CommandFailure.Kind> logged = EnumSet.noneOf(CommandFailure.Kind.class);
  private @Nullable CommandProcess process;
  private long nextId;
  private int failuresInARow;
  private int unasked;
  private boolean hooked;
  private boolean givenUp;
  private boolean closed;
  private volatile boolean exiting;

  /** Starts nothing before the first row. */
  public CommandReward(CommandOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * For the parameters of a recipe.
   *
   * @throws IllegalArgumentException for a wrong one
   */
  public static CommandReward of(Map<String, String> parameters) {
    return new CommandReward(CommandOptions.of(parameters));
  }

  @Override
  public String name() {
    return options.name();
  }

  @Override
  public SortedMap<String, Long> failures() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(failures));
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (RewardRow row : rows) {
      lock.lock();
      try {
        scores.add(score(row));
      } catch (InterruptedException e) {
        stop();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a command scored", e);
      } finally {
        lock.unlock();
      }
    }
    return scores;
  }

  private @Nullable Double score(RewardRow row) throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("reward " + name() + " is closed");
    }
    boolean again = false;
    while (!givenUp) {
      long id = nextId++;
      try {
        Double reward = CommandAnswer.parse(ask(CommandAnswer.line(id, row)), id);
        failuresInARow = 0;
        return reward;
      } catch (CommandFailure e) {
        boolean fromOutside = e.kind() == CommandFailure.Kind.INTERRUPTED || exiting;
        if (e.kind() != CommandFailure.Kind.NOT_FINITE) {
          stop();
        }
        if (!fromOutside || again) {
          failed(e);
          return null;
        }
        // Ctrl-C in a terminal ends the command too, while the run still completes its step.
        again = true;
      }
    }
    failures.merge(GIVEN_UP, 1L, Long::sum);
    return null;
  }

  private String ask(String line) throws CommandFailure, InterruptedException {
    if (process != null && process.hasMoreAnswers()) {
      LOG.debug("reward {} wrote a line that nobody asked for", name());
      stop();
      if (++unasked > options.restarts()) {
        giveUp("it writes more than one line for a row");
        throw new CommandFailure(CommandFailure.Kind.NONSENSE, "more than one line for a row");
      }
    }
    if (process != null && !process.isAlive()) {
      stop();
    }
    CommandProcess running = process;
    if (running == null) {
      running = CommandProcess.start(options);
      process = running;
      hook();
    }
    return running.ask(line, options.timeout());
  }

  private void failed(CommandFailure failure) {
    failures.merge(failure.kind().words(), 1L, Long::sum);
    if (logged.add(failure.kind())) {
      LOG.warn(
          "reward {} failed on a row, which counts as not scored ({}); further failures of this"
              + " kind are only counted",
          name(),
          failure.getMessage());
    }
    if (failure.kind() == CommandFailure.Kind.NOT_FINITE) {
      failuresInARow = 0;
    } else if (++failuresInARow > options.restarts()) {
      giveUp("%d failures in a row, %s".formatted(failuresInARow, failure.getMessage()));
    }
  }

  private void giveUp(String reason) {
    if (!givenUp) {
      givenUp = true;
      LOG.error(
          "reward {} is given up, all further rows count as not scored: {}; command: {}",
          name(),
          reason,
          options.command());
    }
  }

  private void stop() {
    if (process != null) {
      process.kill();
      process = null;
    }
  }

  private void hook() {
    if (hooked) {
      return;
    }
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      hooked = true;
    } catch (IllegalStateException e) {
      LOG.debug("the JVM is ending; {} ends with its standard input", name(), e);
    }
  }

  /** A row in progress gets a moment to end: a run that was stopped may still complete its step. */
  private void killAtExit() {
    boolean locked = false;
    try {
      locked = lock.tryLock(HOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exiting = true;
    CommandProcess running = process;
    if (running != null) {
      running.kill();
    }
    if (locked) {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (process != null) {
        process.close();
        process = null;
      }
      if (hooked && !exiting) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (IllegalStateException e) {
      LOG.debug("the JVM is ending", e);
    } finally {
      lock.unlock();
    }
  }
}
