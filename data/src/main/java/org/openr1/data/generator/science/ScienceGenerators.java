package org.openr1.data.generator.science;

import java.util.List;
import org.openr1.data.generator.GeneratorFamily;
import org.openr1.data.generator.ProblemGenerator;

/** Generators of the domains code, science and medicine. */
public final class ScienceGenerators implements GeneratorFamily {
  @Override
  public List<ProblemGenerator> generators() {
    return List.of(
        new StringRules(),
        new LetterCount(),
        new WordSorting(),
        new CaesarCipher(),
        new ShortestPath(),
        new BooleanCircuit(),
        new SimpleProgram(),
        new CalendarDates(),
        new UnitConversion(),
        new Kinematics(),
        new Resistors(),
        new MolarMass(),
        new Dilution(),
        new MedicalDosage());
  }
}
