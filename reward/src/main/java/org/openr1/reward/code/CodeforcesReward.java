package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores submissions to Codeforces problems; null without tests, and where a row or the service
 * gives no score (section 4.6 of the memo on R1).
 */
public final class CodeforcesReward implements RewardFunction {
  private static final Logger LOG = LoggerFactory.getLogger(CodeforcesReward.class);

  private final CodeforcesScoring scoring;
  private final boolean patch;

  /**
   * @param patch whether common slips are repaired first ({@link CodeforcesPatches})
   */
  public CodeforcesReward(CodeforcesScoring scoring, boolean patch) {
    this.scoring = Objects.requireNonNull(scoring, "scoring");
    this.patch = patch;
  }

  @Override
  public String name() {
    return "cf_code_reward";
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    try {
      List<@Nullable Double> scores = new ArrayList<>(rows.size());
      for (Optional<Double> score :
          Parallel.map(rows, scoring.parallel(), row -> Optional.ofNullable(score(row)))) {
        scores.add(score.orElse(null));
      }
      return scores;
    } catch (InterruptedException e) {
      throw CodeScorer.interrupted(e);
    }
  }

  private @Nullable Double score(RewardRow row) throws InterruptedException {
    try {
      CodeforcesProblem problem = CodeforcesProblem.of(row);
      String code = ExtractCode.last(row.completion(), problem.language());
      return scoring.score(
          problem, patch ? CodeforcesPatches.patch(code, problem.language()) : code);
    } catch (IllegalArgumentException | TestServiceException e) {
      LOG.warn("cf_code: no score for {}: {}", row.column("id").orElse("a row"), e.toString());
      return null;
    }
  }
}
