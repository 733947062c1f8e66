package org.openr1.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openr1.verify.Checker;

class DataArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.openr1.data");

  @Test
  void workedSolutionsAreSeenByTheGeneratorAndTheCorpusOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.openr1.data.procedural",
            "org.openr1.data.procedural.task",
            "org.openr1.data.corpus")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.openr1.data.procedural.task")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages("org.openr1.data.procedural.task", "org.openr1.data.corpus")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("Work")
        .check(CLASSES);
  }

  @Test
  void aProblemHasNoRoomForAWorkedSolution() {
    assertThat(Arrays.stream(Problem.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactly(
            "id",
            "domain",
            "level",
            "language",
            "question",
            "answer",
            "checker",
            "source",
            "columns");
    assertThat(Arrays.stream(Problem.class.getRecordComponents()).map(RecordComponent::getType))
        .containsOnly(String.class, int.class, Checker.class, Map.class);
    assertThatThrownBy(
            () ->
                new Problem(
                    "a", "b", 1, "en", "q", "", Checker.EXACT, "here", Map.of("solution", "so")))
        .hasMessageContaining("'solution'");
  }

  @Test
  void nothingDependsOnTheCorpus() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.openr1.data.corpus")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.openr1.data.corpus")
        .check(CLASSES);
  }

  @Test
  void packagesOutsideTheGeneratorHaveNoCycles() {
    slices()
        .matching("org.openr1.data.(corpus|general|generator|io|procedural)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }
}
