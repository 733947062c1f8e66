package org.openr1.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;

/** Decoded blocks against the Python package gguf (see tools/make_gguf_goldens.py). */
class BlockFormatTest {
  @TestFactory
  Stream<DynamicTest> everyFormatDecodesLikeTheReference() {
    return BlockFormat.ALL.stream()
        .map(format -> dynamicTest(format.name(), () -> decodesLikeTheReference(format)));
  }

  private static void decodesLikeTheReference(BlockFormat format) {
    String name = "model/src/test/resources/gguf/blocks/" + format.name() + ".gguf";
    try (GgufFile file = GgufFile.open(GoldenFiles.repositoryRoot().resolve(name))) {
      GgufTensor stored = Objects.requireNonNull(file.tensors().get("stored"));
      GgufTensor expected = Objects.requireNonNull(file.tensors().get("expected"));
      assertThat(stored.format()).isEqualTo(format);
      assertThat(stored.shape()).isEqualTo(expected.shape());
      float[] values = file.rows(stored, 0, (int) stored.rows());
      float[] wanted = file.rows(expected, 0, (int) expected.rows());
      assertThat(values).isEqualTo(wanted);
      assertThat(file.rows(stored, 1, 1))
          .hasSize((int) stored.columns())
          .isEqualTo(row(wanted, stored));
    }
  }

  private static float[] row(float[] values, GgufTensor tensor) {
    int columns = (int) tensor.columns();
    return java.util.Arrays.copyOfRange(values, columns, 2 * columns);
  }
}
