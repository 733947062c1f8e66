package org.openr1.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The modules use each other only the way ARCHITECTURE.md draws it, and nothing goes in circles.
 */
final class ArchitectureTest {
  private static final List<String> MODULES =
      List.of("verify", "sandbox", "reward", "data", "model", "train", "eval", "pipeline", "cli");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.openr1");

  @Test
  void allModulesAreSeen() {
    for (String module : MODULES) {
      assertThat(CLASSES.stream().map(c -> c.getPackageName()))
          .as(module)
          .anyMatch(
              name ->
                  name.equals("org.openr1." + module)
                      || name.startsWith("org.openr1." + module + "."));
    }
  }

  @Test
  void modulesUseOnlyWhatTheyMay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("verify")
        .definedBy("org.openr1.verify..")
        .layer("sandbox")
        .definedBy("org.openr1.sandbox..")
        .layer("reward")
        .definedBy("org.openr1.reward..")
        .layer("data")
        .definedBy("org.openr1.data..")
        .layer("model")
        .definedBy("org.openr1.model..")
        .layer("train")
        .definedBy("org.openr1.train..")
        .layer("eval")
        .definedBy("org.openr1.eval..")
        .layer("pipeline")
        .definedBy("org.openr1.pipeline..")
        .layer("cli")
        .definedBy("org.openr1.cli..")
        .whereLayer("verify")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("sandbox")
        .mayNotAccessAnyLayer()
        .whereLayer("reward")
        .mayOnlyAccessLayers("verify", "sandbox")
        .whereLayer("data")
        .mayOnlyAccessLayers("verify")
        .whereLayer("train")
        .mayOnlyAccessLayers("model", "reward", "data", "verify")
        .whereLayer("eval")
        .mayOnlyAccessLayers("model", "reward", "data", "verify")
        .whereLayer("pipeline")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void modulesDoNotGoInCircles() {
    slices().matching("org.openr1.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void workedSolutionsReachTheStagesThatMakeTheBaseOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.openr1.data..")
        .and()
        .haveNameNotMatching("org\\.openr1\\.pipeline\\.stage\\.(Pretrain|Tokenizer)Stage.*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openr1.data.corpus..", "org.openr1.data.procedural.task..")
        .check(CLASSES);
  }

  @TestFactory
  List<DynamicTest> packagesOfAModuleDoNotGoInCircles() {
    return MODULES.stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module,
                    () ->
                        slices()
                            .matching("org.openr1." + module + ".(*)..")
                            .should()
                            .beFreeOfCycles()
                            .allowEmptyShould(true)
                            .check(CLASSES)))
        .toList();
  }
}
