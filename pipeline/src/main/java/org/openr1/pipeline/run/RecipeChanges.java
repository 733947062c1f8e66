package org.openr1.pipeline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.openr1.pipeline.recipe.Node;

/** What differs between the recipe a run began with and the one given now. */
final class RecipeChanges {
  private RecipeChanges() {}

  /** One line for each changed value, empty if both run the same work. */
  static List<String> between(Node.Mapping before, Node.Mapping now) {
    SequencedMap<String, String> old = Node.flatten(before.without("description"));
    SequencedMap<String, String> current = Node.flatten(now.without("description"));
    TreeSet<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(current.keySet());
    List<String> changes = new ArrayList<>();
    for (String path : paths) {
      String was = old.get(path);
      String is = current.get(path);
      if (path.endsWith(".purpose")) {
        continue;
      }
      if (was == null) {
        changes.add(path + ": " + is + " (was not there)");
      } else if (is == null) {
        changes.add(path + ": no longer there (was " + was + ")");
      } else if (!was.equals(is)) {
        changes.add(path + ": " + is + " (was " + was + ")");
      }
    }
    List<String> oldOrder = stageOrder(before);
    List<String> newOrder = stageOrder(now);
    if (changes.isEmpty() && !oldOrder.equals(newOrder)) {
      changes.add("order of stages: " + newOrder + " (was " + oldOrder + ")");
    }
    return changes;
  }

  private static List<String> stageOrder(Node.Mapping recipe) {
    return recipe.get("stages") instanceof Node.Mapping stages
        ? List.copyOf(stages.entries().keySet())
        : List.of();
  }
}
