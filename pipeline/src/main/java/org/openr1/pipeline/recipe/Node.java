package org.openr1.pipeline.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A recipe as a tree whose every value knows its place in the file, so that errors can name it. */
public sealed interface Node {
  /** Where this value was written. */
  Origin origin();

  /** What this is, for messages: {@code a mapping}, {@code a list}, {@code 'text'}. */
  String describe();

  /** A single value as written; null is YAML's null. */
  record Scalar(@Nullable String text, Origin origin) implements Node {
    @Override
    public String describe() {
      return text == null ? "nothing" : "'" + text + "'";
    }
  }

  /** A list. */
  record Sequence(List<Node> items, Origin origin) implements Node {
    public Sequence {
      items = List.copyOf(items);
      Objects.requireNonNull(origin, "origin");
    }

    @Override
    public String describe() {
      return "a list of " + items.size();
    }
  }

  /** Keys in the order of the file. */
  record Mapping(SequencedMap<String, Entry> entries, Origin origin) implements Node {
    public Mapping {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
      Objects.requireNonNull(origin, "origin");
    }

    /** An empty mapping. */
    public static Mapping empty(Origin origin) {
      return new Mapping(new LinkedHashMap<>(), origin);
    }

    /** The value under the key, or null. */
    public @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /** A copy with one more (or another) entry. */
    public Mapping with(String key, Node value, Origin keyOrigin) {
      SequencedMap<String, Entry> copy = new LinkedHashMap<>(entries);
      copy.put(key, new Entry(value, keyOrigin));
      return new Mapping(copy, origin);
    }

    /** A copy without the key. */
    public Mapping without(String key) {
      SequencedMap<String, Entry> copy = new LinkedHashMap<>(entries);
      copy.remove(key);
      return new Mapping(copy, origin);
    }

    /** This mapping with the other's values put over it, mapping by mapping; lists are replaced. */
    public Mapping overriddenBy(Mapping other) {
      SequencedMap<String, Entry> merged = new LinkedHashMap<>(entries);
      for (Map.Entry<String, Entry> each : other.entries().entrySet()) {
        Entry below = merged.get(each.getKey());
        Entry above = each.getValue();
        if (below != null
            && below.value() instanceof Mapping lower
            && above.value() instanceof Mapping upper) {
          merged.put(each.getKey(), new Entry(lower.overriddenBy(upper), above.keyOrigin()));
        } else {
          merged.put(each.getKey(), above);
        }
      }
      return new Mapping(merged, other.entries().isEmpty() ? origin : other.origin());
    }

    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /** A value with the place of its key. */
  record Entry(Node value, Origin keyOrigin) {}

  /** All leaves under dotted paths, for comparing two recipes. */
  static SequencedMap<String, String> flatten(Node node) {
    SequencedMap<String, String> leaves = new LinkedHashMap<>();
    flatten("", node, leaves);
    return leaves;
  }

  private static void flatten(String path, Node node, Map<String, String> leaves) {
    switch (node) {
      case Scalar scalar -> leaves.put(path, String.valueOf(scalar.text()));
      case Sequence sequence -> {
        List<String> parts = new ArrayList<>();
        for (Node item : sequence.items()) {
          parts.add(
              item instanceof Scalar scalar
                  ? String.valueOf(scalar.text())
                  : flatten(item).toString());
        }
        leaves.put(path, parts.toString());
      }
      case Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (key, entry) ->
                      flatten(path.isEmpty() ? key : path + "." + key, entry.value(), leaves));
    }
  }
}
