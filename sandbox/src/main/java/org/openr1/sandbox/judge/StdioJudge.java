package org.openr1.sandbox.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.SandboxLimits;

/**
 * Judges programs by what they write for what they read, one run per case.
 *
 * @param check of each output
 * @param limits of each run
 * @param stopAtFailure leaves out the cases after the first that fails; the result is the same
 *     whether cases run one by one or together
 * @param parallel cases that run at the same time, at most; the sandbox may let fewer run
 */
public record StdioJudge(
    OutputCheck check, SandboxLimits limits, boolean stopAtFailure, int parallel) {
  public StdioJudge {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(limits, "limits");
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel is " + parallel + ", not positive");
    }
  }

  /** A judge that compares, one case after the other. */
  public StdioJudge(OutputComparison comparison, SandboxLimits limits, boolean stopAtFailure) {
    this(new OutputCheck.Compared(comparison), limits, stopAtFailure, 1);
  }

  /** Judges one program, which stays open. */
  public Judgement judge(PreparedProgram program, List<StdioCase> cases)
      throws InterruptedException {
    Optional<Outcome> failure = program.failure();
    if (failure.isPresent()) {
      return Judgement.all(cases.size(), CaseResult.ended(failure.get()));
    }
    AtomicInteger firstFailure = new AtomicInteger(Integer.MAX_VALUE);
    List<CaseResult> results =
        parallel == 1 || cases.size() < 2
            ? inOrder(program, cases, firstFailure)
            : together(program, cases, firstFailure);
    if (stopAtFailure) {
      for (int i = firstFailure.get(); i < cases.size() - 1; i++) {
        results.set(i + 1, CaseResult.NOT_RUN);
      }
    }
    return new Judgement(results);
  }

  private List<CaseResult> inOrder(
      PreparedProgram program, List<StdioCase> cases, AtomicInteger firstFailure)
      throws InterruptedException {
    List<CaseResult> results = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      results.add(one(program, cases, i, firstFailure));
    }
    return results;
  }

  private List<CaseResult> together(
      PreparedProgram program, List<StdioCase> cases, AtomicInteger firstFailure)
      throws InterruptedException {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(parallel, cases.size()), Thread.ofVirtual().factory())) {
      List<Future<CaseResult>> running = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        int index = i;
        running.add(threads.submit(() -> one(program, cases, index, firstFailure)));
      }
      List<CaseResult> results = new ArrayList<>();
      try {
        for (Future<CaseResult> result : running) {
          results.add(result.get());
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("judging failed", e.getCause());
      } finally {
        threads.shutdownNow();
      }
      return results;
    }
  }

  /** Runs a case unless an earlier one failed. */
  private CaseResult one(
      PreparedProgram program, List<StdioCase> cases, int index, AtomicInteger firstFailure)
      throws InterruptedException {
    if (stopAtFailure && index > firstFailure.get()) {
      return CaseResult.NOT_RUN;
    }
    StdioCase one = cases.get(index);
    Outcome outcome = program.run(Input.of(one.input()), limits);
    CaseResult result =
        outcome.isOk() ? check.check(one, outcome.stdout()) : CaseResult.ended(outcome);
    if (!result.passed()) {
      firstFailure.accumulateAndGet(index, Math::min);
    }
    return result;
  }
}
