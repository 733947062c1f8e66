package org.openr1.data.generator.science;

import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Doses by weight, tablets and infusions; every fact needed is stated. */
record MedicalDosage() implements ProblemGenerator {
  private static final List<String> PATIENTS = List.of("child", "woman", "man", "patient");

  @Override
  public String name() {
    return "medical_dosage";
  }

  @Override
  public String domain() {
    return "medicine";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    String patient = Draws.one(random, PATIENTS);
    int kilograms = Draws.between(random, 10, 110);
    int perKilogram = Draws.between(random, 2, 10 + 5 * level);
    int doses = Draws.between(random, 2, 4);
    if (level <= 2 && random.nextBoolean()) {
      int days = Draws.between(random, 3, 14);
      return problem(
          ("A %s of %d kg gets %d mg of a drug per kg of body weight per dose, %d doses a day for"
                  + " %d days. How many mg is that in all?")
              .formatted(patient, kilograms, perKilogram, doses, days),
          (long) kilograms * perKilogram * doses * days);
    }
    if (level <= 3) {
      int concentration = Draws.between(random, 2, 9);
      return problem(
          ("A drug is given at %d mg per kg of body weight a day. The syrup holds %d mg per mL. How"
                  + " many mL a day does a %s of %d kg need?")
              .formatted(perKilogram * concentration, concentration, patient, kilograms),
          (long) perKilogram * kilograms);
    }
    int dropsPerMillilitre = Draws.one(random, List.of(10, 15, 20, 60));
    int hours = Draws.between(random, 2, 12);
    int dropsPerMinute = Draws.between(random, 5, 80);
    long drops = 60L * hours * dropsPerMinute;
    return problem(
        ("An infusion set gives %d drops per mL and runs at %d drops per minute for %d hours. How"
                + " many whole mL has the %s of %d kg got (round down)?")
            .formatted(dropsPerMillilitre, dropsPerMinute, hours, patient, kilograms),
        drops / dropsPerMillilitre);
  }

  private static GeneratedProblem problem(String question, long answer) {
    return new GeneratedProblem(
        question + " Answer with a number.", Long.toString(answer), Checker.MATH);
  }
}
