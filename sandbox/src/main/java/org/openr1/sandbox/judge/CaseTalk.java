package org.openr1.sandbox.judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openr1.sandbox.Dialogue;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

/**
 * A talk with the driver about all cases of one candidate. A sandbox that gave up on the talk may
 * leave it running for a moment; results that come then are not noted.
 */
abstract class CaseTalk implements Dialogue {
  private static final int LONGEST_CALL = 300;

  private final Candidate candidate;
  private final int total;
  private final boolean stopAtFailure;
  private final List<CaseResult> results = new ArrayList<>();

  CaseTalk(Candidate candidate, int total, boolean stopAtFailure) {
    this.candidate = Objects.requireNonNull(candidate, "candidate");
    this.total = total;
    this.stopAtFailure = stopAtFailure;
  }

  /** Goes through the cases until done or {@link #over}. */
  abstract void ask(DriverSession session) throws IOException;

  final Judgement run(PreparedProgram driver, SandboxLimits limits) throws InterruptedException {
    return judgement(driver.converse(this, limits));
  }

  private synchronized Judgement judgement(Outcome outcome) {
    if (!over()) {
      results.add(CaseResult.ended(outcome));
    }
    fill(outcome.status() == Status.SANDBOX_ERROR ? CaseResult.ended(outcome) : CaseResult.NOT_RUN);
    return new Judgement(results);
  }

  @Override
  public final void hold(Channel channel) throws IOException {
    DriverSession session = new DriverSession(channel);
    switch (session.load(candidate)) {
      case Reply.Done() -> ask(session);
      case Reply.NotLoaded(String text, boolean syntax) ->
          fill(new CaseResult(syntax ? Verdict.COMPILE_ERROR : Verdict.RUNTIME_ERROR, text));
      default -> fill(new CaseResult(Verdict.RUNTIME_ERROR, "not loaded"));
    }
  }

  /** Notes the result of the next case. */
  final synchronized void add(CaseResult result) {
    if (over()) {
      return;
    }
    results.add(result);
    if (stopAtFailure && !result.passed()) {
      fill(CaseResult.NOT_RUN);
    }
  }

  /** Gives all cases left the same result. */
  final synchronized void fill(CaseResult result) {
    while (results.size() < total) {
      results.add(result);
    }
  }

  /** Whether all cases have a result. */
  final synchronized boolean over() {
    return results.size() >= total;
  }

  static CaseResult failed(Verdict verdict, String call, String what) {
    String shown = call.length() > LONGEST_CALL ? call.substring(0, LONGEST_CALL) + '…' : call;
    return new CaseResult(verdict, shown + ": " + what);
  }
}
