package org.openr1.data.generator.logic;

import java.util.List;
import org.openr1.data.generator.GeneratorFamily;
import org.openr1.data.generator.ProblemGenerator;

/** Generators of the domain logic. */
public final class LogicGenerators implements GeneratorFamily {
  @Override
  public List<ProblemGenerator> generators() {
    return List.of(
        new KnightsAndKnaves(),
        new SeatingOrder(),
        new Syllogism(),
        new TruthTable(),
        new Countdown(false),
        new Countdown(true),
        new QueensCompletion(),
        new SmallSudoku(),
        new Zebra());
  }
}
