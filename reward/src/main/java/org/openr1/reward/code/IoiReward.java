package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores submissions to IOI subtasks, 0 to 1 (section 4.7 of the memo on R1). Subtasks of one
 * problem with the same completion share the results of their tests. Null where the service failed
 * or the row cannot be read; 0 in compatible mode.
 */
public final class IoiReward implements RewardFunction {
  private static final Logger LOG = LoggerFactory.getLogger(IoiReward.class);

  private final IoiScoring scoring;

  public IoiReward(IoiScoring scoring) {
    this.scoring = Objects.requireNonNull(scoring, "scoring");
  }

  @Override
  public String name() {
    return "ioi_code_reward";
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    Map<Submission, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      groups.computeIfAbsent(Submission.of(rows.get(i)), key -> new ArrayList<>()).add(i);
    }
    @Nullable Double[] scores = new @Nullable Double[rows.size()];
    try {
      List<Map<Integer, Double>> found =
          Parallel.map(List.copyOf(groups.values()), scoring.parallel(), some -> score(rows, some));
      found.forEach(some -> some.forEach((row, score) -> scores[row] = score));
    } catch (InterruptedException e) {
      throw CodeScorer.interrupted(e);
    }
    List<@Nullable Double> list = new ArrayList<>(rows.size());
    for (Double score : scores) {
      list.add(score);
    }
    return list;
  }

  private record Submission(String year, String problem, String completion) {
    static Submission of(RewardRow row) {
      return new Submission(
          row.column("year").orElse(""), row.column("id").orElse(""), row.completion());
    }
  }

  private Map<Integer, Double> score(List<RewardRow> rows, List<Integer> places)
      throws InterruptedException {
    Map<String, IoiTestResult> known = new HashMap<>();
    Map<Integer, Double> scores = new HashMap<>();
    for (int place : places) {
      RewardRow row = rows.get(place);
      try {
        IoiSubtask subtask = IoiSubtask.of(row);
        String code = CppHeaders.add(ExtractCode.last(row.completion(), "cpp"), subtask.problem());
        scores.put(place, scoring.score(subtask, code, known).score());
      } catch (IllegalArgumentException | TestServiceException e) {
        LOG.warn("ioi_code: no score for {}: {}", row.column("id").orElse("a row"), e.toString());
        boolean crashed = e instanceof TestServiceException failure && !failure.unavailable();
        if (crashed || scoring.compatible()) {
          scores.put(place, 0.0);
        }
      }
    }
    return scores;
  }
}
