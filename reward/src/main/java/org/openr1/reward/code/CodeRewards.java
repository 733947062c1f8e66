package org.openr1.reward.code;

import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import org.openr1.reward.Parameters;
import org.openr1.reward.RewardFactory;
import org.openr1.reward.RewardFamily;
import org.openr1.reward.RewardFunction;
import org.openr1.sandbox.Sandbox;

/** The rewards of this package by name; parameters and defaults are those of open-r1's scripts. */
public final class CodeRewards implements RewardFamily {
  private static final CodeProviders PROVIDERS =
      new CodeProviders(LocalProvider::of, System::getenv);
  private static final String REFERENCE = "reference_compatible";
  private static final double SECOND_MILLIS = 1_000;

  @Override
  public Map<String, RewardFactory> factories() {
    return Map.of(
        "code",
        p -> code(p, CodeReward::new),
        "binary_code",
        p -> code(p, BinaryCodeReward::new),
        "cf_code",
        CodeRewards::codeforces,
        "ioi_code",
        CodeRewards::ioi);
  }

  /** Asks for all parameters before the sandbox may be refused. */
  private static RewardFunction code(
      Parameters parameters, BiFunction<Sandbox, CodeRewardOptions, RewardFunction> maker) {
    CodeRewardOptions options = options(parameters);
    return maker.apply(sandbox(parameters), options);
  }

  private static CodeProviderOptions provider(Parameters parameters) {
    return new CodeProviderOptions(
        parameters.text("code_provider", "local"),
        parameters.text("piston_endpoints"),
        parameters.text("e2b_router_url"),
        parameters.text("morph_router_url"),
        parallel(parameters));
  }

  private static int parallel(Parameters parameters) {
    return parameters.integer("parallel_code_exec_per_proc", 2);
  }

  private static Sandbox sandbox(Parameters parameters) {
    return PROVIDERS.open(provider(parameters));
  }

  private static CodeRewardOptions options(Parameters parameters) {
    CodeRewardOptions usual = CodeRewardOptions.DEFAULT;
    double seconds =
        parameters.decimal("case_timeout", usual.caseTimeout().toMillis() / SECOND_MILLIS);
    int mebibytes = parameters.integer("case_memory_mb", (int) (usual.memoryBytes() >> 20));
    return new CodeRewardOptions(
        parameters.flag(REFERENCE),
        parameters.flag("enforce_same_language"),
        parallel(parameters),
        Duration.ofMillis(Math.round(seconds * SECOND_MILLIS)),
        (long) mebibytes << 20);
  }

  private static CodeforcesReward codeforces(Parameters parameters) {
    parameters.flag(REFERENCE);
    return new CodeforcesReward(
        new CodeforcesScoring(
            PROVIDERS.codeforces(provider(parameters)),
            ScoringMode.byName(
                parameters.text("code_eval_scoring_mode", ScoringMode.WEIGHTED_SUM.id())),
            parameters.integer("code_eval_test_batch_size", 1),
            parallel(parameters),
            GeneratedTests.NONE),
        parameters.flag("patch_code"));
  }

  private static IoiReward ioi(Parameters parameters) {
    return new IoiReward(
        new IoiScoring(
            PROVIDERS.ioi(provider(parameters)),
            parameters.integer("code_eval_test_batch_size", 1),
            parallel(parameters),
            parameters.flag(REFERENCE),
            IoiTests.NONE));
  }
}
