package org.openr1.train.run;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * A complete checkpoint.
 *
 * @param directory {@code checkpoint-N}, in Hugging Face layout, with the trainer's further files
 * @param step optimiser steps done
 * @param state the content of {@code trainer_state.json}, with {@code global_step}
 */
public record Checkpoint(Path directory, long step, JsonNode state) {}
