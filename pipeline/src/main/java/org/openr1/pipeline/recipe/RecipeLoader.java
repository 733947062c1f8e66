package org.openr1.pipeline.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns a recipe file into a {@link Recipe}. Values come, each over the one before, from: the stage
 * kind's defaults, the recipe's {@code defaults} for that kind, the stage itself, the recipe's
 * {@code smoke} values (in a smoke run), the command line.
 */
public final class RecipeLoader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "seed",
          "device",
          "precision",
          "models",
          "defaults",
          "smoke",
          "stages");

  private final Map<String, Node.Mapping> kinds;

  /**
   * @param kinds the known stage kinds, each with its default settings (at least {@code purpose})
   */
  public RecipeLoader(Map<String, Node.Mapping> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  /** Reads and resolves the file. */
  public Recipe load(Path file, List<RecipeOverride> overrides, boolean smoke) {
    return resolve(YamlReader.read(file), overrides, smoke);
  }

  /** Resolves a recipe tree. */
  public Recipe resolve(Node.Mapping root, List<RecipeOverride> overrides, boolean smoke) {
    checkKeys(root, KEYS);
    Node.Mapping recipeDefaults = perKind(root, "defaults");
    Node.Mapping smokeValues = smoke ? perKind(root, "smoke") : Node.Mapping.empty(root.origin());
    Node.Mapping stages = mapping(root, "stages");
    if (stages.entries().isEmpty()) {
      throw new RecipeException(stages.origin(), "the recipe has no stages");
    }
    SequencedMap<String, Node.Entry> resolvedStages = new LinkedHashMap<>();
    for (Map.Entry<String, Node.Entry> each : stages.entries().entrySet()) {
      Node.Mapping settings = merged(each.getKey(), each.getValue(), recipeDefaults, smokeValues);
      resolvedStages.put(each.getKey(), new Node.Entry(settings, each.getValue().keyOrigin()));
    }
    Node.Mapping resolved =
        standard(root)
            .overriddenBy(root.without("defaults").without("smoke").without("stages"))
            .with("stages", new Node.Mapping(resolvedStages, stages.origin()), stages.origin());
    for (RecipeOverride override : overrides) {
      resolved = apply(resolved, override);
    }
    return recipe(resolved);
  }

  private static Node.Mapping standard(Node.Mapping root) {
    Origin origin = new Origin("default", 0);
    Node.Mapping standard = Node.Mapping.empty(root.origin());
    standard = standard.with("description", new Node.Scalar("", origin), origin);
    standard = standard.with("seed", new Node.Scalar("42", origin), origin);
    standard = standard.with("device", new Node.Scalar("cpu", origin), origin);
    standard = standard.with("precision", new Node.Scalar("fp32", origin), origin);
    return standard.with("models", Node.Mapping.empty(origin), origin);
  }

  private Node.Mapping perKind(Node.Mapping root, String key) {
    Node.Mapping values =
        root.get(key) == null ? Node.Mapping.empty(root.origin()) : mapping(root, key);
    checkKeys(values, kinds.keySet().stream().sorted().toList());
    values.entries().keySet().forEach(kind -> mapping(values, kind));
    return values;
  }

  private Node.Mapping merged(
      String name, Node.Entry entry, Node.Mapping recipeDefaults, Node.Mapping smokeValues) {
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw new RecipeException(
          entry.keyOrigin(), "stage name '" + name + "' may hold letters, digits, _ and - only");
    }
    if (!(entry.value() instanceof Node.Mapping own)) {
      throw new RecipeException(
          entry.keyOrigin(),
          "stage '" + name + "' must be a mapping, found " + entry.value().describe());
    }
    if (!(own.get("kind") instanceof Node.Scalar kind) || kind.text() == null) {
      throw new RecipeException(entry.keyOrigin(), "stage '" + name + "' needs a 'kind'");
    }
    Node.Mapping builtIn = kinds.get(kind.text());
    if (builtIn == null) {
      throw new RecipeException(
          kind.origin(),
          "there is no stage kind '"
              + kind.text()
              + "'; "
              + NearestName.hint(kind.text(), kinds.keySet()));
    }
    Node.Mapping result = builtIn;
    for (@Nullable Node layer :
        new @Nullable Node[] {recipeDefaults.get(kind.text()), own, smokeValues.get(kind.text())}) {
      if (layer instanceof Node.Mapping values) {
        result = result.overriddenBy(values);
      }
    }
    return result;
  }

  private static Node.Mapping apply(Node.Mapping root, RecipeOverride override) {
    String path = override.path();
    String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
    Origin origin = Origin.option(path);
    if (!KEYS.contains(first)) {
      if (!(root.get("stages") instanceof Node.Mapping stages)
          || !stages.entries().containsKey(first)
          || first.equals(path)) {
        List<String> names = new ArrayList<>(KEYS);
        if (root.get("stages") instanceof Node.Mapping known) {
          names.addAll(known.entries().keySet());
        }
        throw new RecipeException(
            origin, "unknown key '" + first + "'; " + NearestName.hint(first, names));
      }
      path = "stages." + path;
    }
    if (first.equals("defaults") || first.equals("smoke")) {
      throw new RecipeException(origin, "give the value for a stage: --STAGE.KEY VALUE");
    }
    return put(root, path, YamlReader.parse(origin.source(), override.value()), origin);
  }

  private static Node.Mapping put(Node.Mapping into, String path, Node value, Origin origin) {
    int dot = path.indexOf('.');
    Node placed = placed(value, origin);
    if (dot < 0) {
      return into.with(path, placed, origin);
    }
    String head = path.substring(0, dot);
    Node below = into.get(head);
    Node.Mapping inner;
    if (below instanceof Node.Mapping mapping) {
      inner = mapping;
    } else if (below == null) {
      throw new RecipeException(
          origin, "unknown key '" + head + "'; " + NearestName.hint(head, into.entries().keySet()));
    } else {
      inner = Node.Mapping.empty(origin);
    }
    return into.with(head, put(inner, path.substring(dot + 1), value, origin), origin);
  }

  /** The same value said to come from the option, not from line 1 of its text. */
  private static Node placed(Node value, Origin origin) {
    return switch (value) {
      case Node.Scalar scalar -> new Node.Scalar(scalar.text(), origin);
      case Node.Sequence list ->
          new Node.Sequence(list.items().stream().map(i -> placed(i, origin)).toList(), origin);
      case Node.Mapping mapping -> {
        SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((k, e) -> entries.put(k, new Node.Entry(placed(e.value(), origin), origin)));
        yield new Node.Mapping(entries, origin);
      }
    };
  }

  private record Head(
      String name, String description, long seed, String device, String precision) {}

  private static Recipe recipe(Node.Mapping resolved) {
    Head head = RecordBinder.bind(resolved.without("models").without("stages"), Head.class);
    if (!head.name().matches("[A-Za-z0-9._-]+")) {
      throw new RecipeException(
          resolved.origin(), "'name' names the run directory: letters, digits, . _ - only");
    }
    List<StageDeclaration> stages = new ArrayList<>();
    mapping(resolved, "stages")
        .entries()
        .forEach((name, entry) -> stages.add(declaration(name, entry)));
    return new Recipe(
        head.name(),
        head.description(),
        head.seed(),
        head.device(),
        head.precision(),
        mapping(resolved, "models").entries(),
        stages,
        resolved);
  }

  private record StageHead(String kind, String purpose) {}

  private static StageDeclaration declaration(String name, Node.Entry entry) {
    Node.Mapping all = (Node.Mapping) entry.value();
    Node.Mapping headNode = Node.Mapping.empty(entry.keyOrigin());
    for (String key : List.of("kind", "purpose")) {
      Node.Entry value = all.entries().get(key);
      if (value != null) {
        headNode = headNode.with(key, value.value(), value.keyOrigin());
      }
    }
    StageHead head = RecordBinder.bind(headNode, StageHead.class);
    return new StageDeclaration(
        name,
        head.kind(),
        head.purpose(),
        all.without("kind").without("purpose"),
        entry.keyOrigin());
  }

  private static void checkKeys(Node.Mapping mapping, List<String> known) {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                throw new RecipeException(
                    entry.keyOrigin(),
                    "unknown key '" + key + "'; " + NearestName.hint(key, known));
              }
            });
  }

  private static Node.Mapping mapping(Node.Mapping parent, String key) {
    Node value = parent.get(key);
    if (value instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (value == null) {
      throw new RecipeException(parent.origin(), "the key '" + key + "' is missing");
    }
    throw new RecipeException(
        value.origin(), "'" + key + "' must be a mapping, found " + value.describe());
  }
}
