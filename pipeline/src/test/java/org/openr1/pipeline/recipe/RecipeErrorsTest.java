package org.openr1.pipeline.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeErrorsTest {
  private static final RecipeLoader LOADER =
      new RecipeLoader(
          Map.of(
              "train",
                  YamlReader.parseMapping(
                      "defaults", "{purpose: trains, steps: 10, trainer: {rate: 0.1}}"),
              "data", YamlReader.parseMapping("defaults", "{purpose: reads}")));

  private static Recipe load(String yaml, RecipeOverride... overrides) {
    return LOADER.resolve(YamlReader.parseMapping("r.yaml", yaml), List.of(overrides), false);
  }

  @Test
  void unknownTopLevelKeyNamesLineAndNearestKey() {
    assertThatThrownBy(() -> load("name: x\nsteges:\n  a: {kind: train}\n"))
        .isInstanceOf(RecipeException.class)
        .hasMessage("r.yaml:2: unknown key 'steges'; did you mean 'stages'?");
  }

  @Test
  void unknownKindNamesLineAndNearestKind() {
    assertThatThrownBy(() -> load("name: x\nstages:\n  a:\n    kind: trian\n"))
        .hasMessage("r.yaml:4: there is no stage kind 'trian'; did you mean 'train'?");
  }

  @Test
  void keyGivenTwiceIsRefused() {
    assertThatThrownBy(() -> load("name: x\nname: y\n"))
        .hasMessage("r.yaml:2: the key 'name' is given twice");
  }

  @Test
  void brokenYamlNamesTheLine() {
    assertThatThrownBy(() -> load("name: x\nstages: [1, 2\n"))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("r.yaml:")
        .hasMessageContaining("not valid YAML");
  }

  @Test
  void anchorsAreRefused() {
    assertThatThrownBy(() -> load("name: x\nstages: &s\n  a: {kind: train}\n"))
        .hasMessageContaining("anchors");
  }

  @Test
  void emptyRecipeIsRefused() {
    assertThatThrownBy(() -> load("")).hasMessageContaining("a mapping of keys is wanted");
    assertThatThrownBy(() -> load("name: x\nstages: {}\n")).hasMessageContaining("no stages");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{count: five, rate: 1, flag: true} | r.yaml:1: 'count' must be a whole number, found"
            + " 'five'",
        "{count: 1.5, rate: 1, flag: true} | r.yaml:1: 'count' must be a whole number, found '1.5'",
        "{count: 1, rate: 1d, flag: true} | r.yaml:1: 'rate' must be a number, found '1d'",
        "{count: 1, rate: 1, flag: yes} | r.yaml:1: 'flag' must be true or false, found 'yes'",
        "{count: 1, rate: [1], flag: true} | r.yaml:1: 'rate' must be a number, found a list of 1",
        "{count: 1, rate: 1} | r.yaml:1: the key 'flag' is missing",
        "{count: 1, rate: 1, flag: true, flagg: 1} | r.yaml:1: unknown key 'flagg'; did you mean"
            + " 'flag'?",
        "{count: 0, rate: 1, flag: true} | r.yaml:1: count is 0",
      })
  void wrongValuesNameKeyAndLine(String yaml, String message) {
    assertThatThrownBy(
            () -> RecordBinder.bind(YamlReader.parseMapping("r.yaml", yaml), Settings.class))
        .isInstanceOf(RecipeException.class)
        .hasMessage(message);
  }

  @Test
  void numbersAreReadWithUnderscoresAndExponents() {
    Settings settings =
        RecordBinder.bind(
            YamlReader.parseMapping("r.yaml", "{count: 1_000, rate: 3e-4, flag: false}"),
            Settings.class);
    assertThat(settings).isEqualTo(new Settings(1000, 3e-4, false));
  }

  record Settings(int count, double rate, boolean flag) {
    Settings {
      if (count < 1) {
        throw new IllegalArgumentException("count is " + count);
      }
    }
  }

  @Test
  void layersOverrideEachOtherInOrder() {
    String yaml =
        """
        name: x
        defaults: {train: {steps: 20, trainer: {rate: 0.2}}}
        smoke: {train: {steps: 1}}
        stages:
          a: {kind: train, trainer: {rate: 0.3}}
          b: {kind: train}
        """;
    Recipe full = load(yaml);
    assertThat(Node.flatten(full.stages().get(0).settings()))
        .containsEntry("steps", "20")
        .containsEntry("trainer.rate", "0.3");
    assertThat(Node.flatten(full.stages().get(1).settings())).containsEntry("trainer.rate", "0.2");
    Recipe smoke = LOADER.resolve(YamlReader.parseMapping("r.yaml", yaml), List.of(), true);
    assertThat(Node.flatten(smoke.stages().get(0).settings())).containsEntry("steps", "1");
    Recipe overridden = load(yaml, new RecipeOverride("a.trainer.rate", "0.4"));
    assertThat(Node.flatten(overridden.stages().get(0).settings()))
        .containsEntry("trainer.rate", "0.4");
  }

  @Test
  void overridesOfUnknownKeysNameTheOption() {
    String yaml = "name: x\nstages: {first: {kind: train}}\n";
    assertThatThrownBy(() -> load(yaml, new RecipeOverride("frist.steps", "1")))
        .hasMessage("option --frist.steps: unknown key 'frist'; did you mean 'first'?");
    assertThatThrownBy(() -> load(yaml, new RecipeOverride("first.trainr.rate", "1")))
        .hasMessage("option --first.trainr.rate: unknown key 'trainr'; did you mean 'trainer'?");
  }

  @Test
  void resolvedTextReadsBackToTheSameTree() {
    Recipe recipe =
        load(
            "name: x\n"
                + "description: \"colon: and # and \\\"quote\\\"\"\n"
                + "stages: {a: {kind: train, purpose: '- dash', list: [1, a b, '[x]', null,"
                + " -1e-3]}}\n");
    Node.Mapping again = YamlReader.parseMapping("again", YamlText.of(recipe.resolved()));
    assertThat(Node.flatten(again)).isEqualTo(Node.flatten(recipe.resolved()));
  }
}
