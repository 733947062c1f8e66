package org.openr1.pipeline.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A recipe with every default, smoke value and option merged in.
 *
 * @param name names the run directory
 * @param seed root of every random stream of the run
 * @param device cpu, cuda or auto
 * @param precision fp32 or bf16, the compute type of models
 * @param models models that exist before the run: name to path as written
 * @param stages in the order they run
 * @param resolved the whole recipe as one tree; written to the run directory
 */
public record Recipe(
    String name,
    String description,
    long seed,
    String device,
    String precision,
    SequencedMap<String, Node.Entry> models,
    List<StageDeclaration> stages,
    Node.Mapping resolved) {
  public Recipe {
    models = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(models));
    stages = List.copyOf(stages);
  }
}
