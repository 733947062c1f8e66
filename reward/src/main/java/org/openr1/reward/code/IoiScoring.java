package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Scores submissions to IOI subtasks (section 4.7 of the memo on R1): tests run in batches until
 * one of them scores nothing.
 *
 * @param batch tests at a time; all at once below 1, none in compatible mode
 * @param parallel most requests at a time
 * @param compatible open-r1's rules with their defects
 * @param stored tests of rows that carry none
 */
public record IoiScoring(
    TestService<IoiSubtask> service, int batch, int parallel, boolean compatible, IoiTests stored) {
  public IoiScoring {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(stored, "stored");
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel is " + parallel + ", not positive");
    }
  }

  /**
   * Scores a submission on one subtask.
   *
   * @throws TestServiceException when a test gave no score
   */
  public IoiSubtaskResult score(IoiSubtask subtask, String submission) throws InterruptedException {
    return score(subtask, submission, new HashMap<>());
  }

  /** Scores a submission on several subtasks of one problem; tests they share run once. */
  public List<IoiSubtaskResult> scoreAll(List<IoiSubtask> subtasks, String submission)
      throws InterruptedException {
    Map<String, IoiTestResult> known = new HashMap<>();
    List<IoiSubtaskResult> results = new ArrayList<>();
    for (IoiSubtask subtask : subtasks) {
      results.add(score(subtask, submission, known));
    }
    return results;
  }

  /**
   * @param known results of this submission by test, added to
   */
  IoiSubtaskResult score(IoiSubtask subtask, String submission, Map<String, IoiTestResult> known)
      throws InterruptedException {
    List<String> open =
        subtask.testNames().stream().filter(name -> !known.containsKey(name)).toList();
    boolean failed =
        subtask.testNames().stream()
            .anyMatch(name -> known.containsKey(name) && known.get(name).failed());
    boolean none = batch < 1 && compatible;
    if (!submission.isEmpty() && !failed && !open.isEmpty() && !none) {
      try (TestService.Session session = service.open(subtask, submission)) {
        runTests(session, subtask, open, known);
      }
    }
    List<IoiTestResult> results = new ArrayList<>();
    for (String name : subtask.testNames()) {
      results.add(known.getOrDefault(name, IoiTestResult.skipped(name)));
    }
    return new IoiSubtaskResult(
        subtask.problem(), subtask.subtask(), subtask.points(), subtask.precision(), results);
  }

  private void runTests(
      TestService.Session session,
      IoiSubtask subtask,
      List<String> names,
      Map<String, IoiTestResult> known)
      throws InterruptedException {
    Map<String, TestCase> tests =
        subtask.tests().orElseGet(() -> stored.of(subtask.year(), subtask.problem()));
    int size = batch < 1 ? names.size() : batch;
    boolean failed = false;
    for (int from = 0; from < names.size() && !failed; from += size) {
      List<String> some = names.subList(from, Math.min(from + size, names.size()));
      List<TestReply> replies =
          Parallel.map(some, parallel, name -> session.run(test(tests, name)));
      for (int i = 0; i < some.size(); i++) {
        IoiTestResult result = IoiTestResult.of(some.get(i), replies.get(i).orThrow());
        known.put(some.get(i), result);
        failed |= result.score() == 0;
      }
    }
  }

  private static TestCase test(Map<String, TestCase> tests, String name) {
    TestCase test = tests.get(name);
    if (test == null) {
      throw new IllegalArgumentException("no test '" + name + "' among the test cases");
    }
    return test;
  }
}
