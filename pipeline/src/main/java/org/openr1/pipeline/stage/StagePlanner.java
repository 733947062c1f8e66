package org.openr1.pipeline.stage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.NearestName;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Recipe;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.StageDeclaration;

/**
 * Binds every stage's settings and checks that what it reads is written before it, and of the right
 * kind.
 */
public final class StagePlanner {
  private final Map<String, StageKind<?>> kinds;

  public StagePlanner(List<StageKind<?>> kinds) {
    Map<String, StageKind<?>> byName = new LinkedHashMap<>();
    kinds.forEach(kind -> byName.put(kind.name(), kind));
    this.kinds = byName;
  }

  /**
   * The default settings of each kind, as {@link org.openr1.pipeline.recipe.RecipeLoader} takes
   * them.
   */
  public Map<String, Node.Mapping> defaults() {
    Map<String, Node.Mapping> defaults = new LinkedHashMap<>();
    kinds.forEach((name, kind) -> defaults.put(name, kind.defaults()));
    return defaults;
  }

  /**
   * The stages in the recipe's order.
   *
   * @throws RecipeException for a wrong key or type, a cycle, an unknown or later or unfit stage
   */
  public List<PlannedStage> plan(Recipe recipe) {
    List<PlannedStage> planned = new ArrayList<>();
    for (StageDeclaration declaration : recipe.stages()) {
      if (recipe.models().containsKey(declaration.name())) {
        throw new RecipeException(
            declaration.origin(), "'" + declaration.name() + "' names both a model and a stage");
      }
      StageKind<?> kind = kinds.get(declaration.kind());
      if (kind == null) {
        throw new RecipeException(
            declaration.origin(),
            "there is no stage kind '"
                + declaration.kind()
                + "'; "
                + NearestName.hint(declaration.kind(), kinds.keySet()));
      }
      StageKind.Bound bound = kind.bind(declaration.settings());
      planned.add(
          new PlannedStage(
              declaration, kind.output(), references(bound.settings()), bound.stage()));
    }
    checkReferences(recipe, planned);
    return List.copyOf(planned);
  }

  private static void checkReferences(Recipe recipe, List<PlannedStage> planned) {
    Map<String, PlannedStage> all = new LinkedHashMap<>();
    planned.forEach(stage -> all.put(stage.name(), stage));
    refuseCycles(planned, all);
    Map<String, Artifact> written = new LinkedHashMap<>();
    recipe.models().keySet().forEach(model -> written.put(model, Artifact.MODEL));
    for (PlannedStage stage : planned) {
      for (Reference reference : stage.reads()) {
        check(stage, reference, written, all);
      }
      written.put(stage.name(), stage.output());
    }
  }

  private static void check(
      PlannedStage stage,
      Reference reference,
      Map<String, Artifact> written,
      Map<String, PlannedStage> all) {
    String name = reference.name();
    Artifact artifact = written.get(name);
    if (artifact == null && all.containsKey(name)) {
      throw new RecipeException(
          reference.origin(),
          "stage '"
              + stage.name()
              + "' reads '"
              + name
              + "', which comes after it; stages run in"
              + " the order of the recipe");
    }
    if (artifact == null) {
      List<String> fitting =
          written.entrySet().stream()
              .filter(entry -> entry.getValue().serves(reference.wanted()))
              .map(Map.Entry::getKey)
              .toList();
      throw new RecipeException(
          reference.origin(),
          "stage '"
              + stage.name()
              + "' reads '"
              + name
              + "', but no model or earlier stage has that"
              + " name; "
              + NearestName.hint(name, fitting));
    }
    if (!artifact.serves(reference.wanted())) {
      throw new RecipeException(
          reference.origin(),
          "stage '"
              + stage.name()
              + "' wants "
              + reference.wanted().phrase()
              + " from '"
              + name
              + "', which writes "
              + artifact.phrase());
    }
  }

  private static void refuseCycles(List<PlannedStage> planned, Map<String, PlannedStage> all) {
    Set<String> done = new HashSet<>();
    for (PlannedStage stage : planned) {
      walk(stage, all, done, new ArrayList<>(), new HashMap<>());
    }
  }

  private static void walk(
      PlannedStage stage,
      Map<String, PlannedStage> all,
      Set<String> done,
      List<String> path,
      Map<String, Integer> onPath) {
    if (done.contains(stage.name())) {
      return;
    }
    onPath.put(stage.name(), path.size());
    path.add(stage.name());
    for (Reference reference : stage.reads()) {
      Integer start = onPath.get(reference.name());
      if (start != null) {
        List<String> cycle = new ArrayList<>(path.subList(start, path.size()));
        cycle.add(reference.name());
        throw new RecipeException(
            reference.origin(),
            "the stages read each other in a cycle: " + String.join(" -> ", cycle));
      }
      PlannedStage next = all.get(reference.name());
      if (next != null) {
        walk(next, all, done, path, onPath);
      }
    }
    path.removeLast();
    onPath.remove(stage.name());
    done.add(stage.name());
  }

  /** Every reference in the settings, however deep. */
  static List<Reference> references(Record settings) {
    List<Reference> found = new ArrayList<>();
    collect(settings, found);
    return found;
  }

  private static void collect(@Nullable Object value, List<Reference> found) {
    switch (value) {
      case null -> {}
      case Reference reference -> found.add(reference);
      case Node ignored -> {}
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          collect(read(record, component), found);
        }
      }
      case Optional<?> optional -> optional.ifPresent(inner -> collect(inner, found));
      case List<?> list -> list.forEach(item -> collect(item, found));
      case Map<?, ?> map -> map.values().forEach(item -> collect(item, found));
      default -> {}
    }
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
