package org.openr1.model.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openr1.model.ModelFileException;
import org.openr1.model.causal.Tensors;

class SafetensorsFileTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackInEveryType() {
    Path file = folder.resolve("x.safetensors");
    try (var _ = new PointerScope()) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("float", Tensor.create(new float[] {1.5f, -2, 3, 1e-30f, 0, 7}, 2, 3));
      tensors.put("bfloat", Tensor.create(new float[] {1.5f, -2}, 2).to(ScalarType.BFloat16));
      tensors.put("half", Tensor.create(new float[] {0.25f}, 1, 1).to(ScalarType.Half));
      tensors.put("long", Tensor.create(new long[] {1L << 40, -3}, 2));
      tensors.put("empty", Tensor.create(new float[0], 0, 4));
      tensors.put("scalar", Tensor.create(new float[] {9}, 1).squeeze());
      SafetensorsWriter.write(file, tensors);
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        assertThat(read.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach(
            (name, tensor) -> {
              Tensor back = read.read(name);
              assertThat(back.scalar_type().intern()).isEqualTo(tensor.scalar_type().intern());
              assertThat(back.shape()).isEqualTo(tensor.shape());
              assertThat(back.equal(tensor)).as(name).isTrue();
            });
      }
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void floatingPointTensorsAreConvertedOnWritingAndReading() {
    Path file = folder.resolve("x.safetensors");
    try (var _ = new PointerScope()) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("w", Tensor.create(new float[] {1.0039062f, 3}, 2));
      tensors.put("i", Tensor.create(new long[] {5}, 1));
      SafetensorsWriter.write(file, tensors, TensorType.BF16);
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        assertThat(read.info("w").type()).isEqualTo(TensorType.BF16);
        assertThat(read.info("i").type()).isEqualTo(TensorType.I64);
        Tensor back = read.read("w", ScalarType.Float, new org.bytedeco.pytorch.Device("cpu"));
        // bfloat16 keeps eight bits: 1.00390625 = 1 + 2^-8 ties to even.
        assertThat(Tensors.toFloats(back)).containsExactly(1f, 3f);
      }
    }
  }

  @Test
  void aTensorLargerThanOneMapIsReadWhole() {
    Path file = folder.resolve("large.safetensors");
    float[] values = new float[3_000_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    try (var _ = new PointerScope()) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("w", Tensor.create(values, values.length));
      SafetensorsWriter.write(file, tensors);
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        assertThat(Tensors.toFloats(read.read("w"))).isEqualTo(values);
      }
    }
  }

  @Test
  void dataThatDoNotStartAtAMultipleOfTheElementSizeAreRead() throws IOException {
    String header = "{\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},";
    header += "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[1,9]}}";
    ByteBuffer data = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
    data.put((byte) 7).putFloat(1.25f).putFloat(-8);
    Path file = write(header, data.array());
    try (SafetensorsFile read = SafetensorsFile.open(file);
        var _ = new PointerScope()) {
      assertThat(Tensors.toFloats(read.read("w"))).containsExactly(1.25f, -8);
    }
  }

  static Stream<Arguments> damagedHeaders() {
    return Stream.of(
        damaged("not JSON at all", 0, "not valid JSON"),
        damaged("[1, 2]", 0, "not a JSON object"),
        damaged(
            "{\"w\":{\"dtype\":\"F99\",\"shape\":[1],\"data_offsets\":[0,4]}}",
            4,
            "w: unsupported dtype 'F99'"),
        damaged("{\"w\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", 4, "w: shape is missing"),
        damaged("{\"w\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4, "w: shape"),
        damaged(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}", 4, "w: shape"),
        damaged("{\"w\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4, "w: data_offsets are missing"),
        damaged(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
            4,
            "w: data_offsets"),
        damaged(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
            4,
            "w: data_offsets"),
        damaged("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 4, "cut short"),
        damaged(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
            8,
            "needs 12 bytes"),
        damaged(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}",
            8,
            "too large"),
        damaged(
            "{\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
            8,
            "overlap those of v"),
        damaged(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
            8,
            "not valid JSON"));
  }

  private static Arguments damaged(String header, int dataBytes, String reason) {
    return Arguments.of(header, dataBytes, reason);
  }

  @ParameterizedTest
  @MethodSource("damagedHeaders")
  void aDamagedHeaderIsRefusedWithFileTensorAndReason(String header, int dataBytes, String reason)
      throws IOException {
    Path file = write(header, new byte[dataBytes]);
    assertThatThrownBy(() -> SafetensorsFile.open(file).close())
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(reason);
  }

  @Test
  void aHeaderLongerThanTheFileIsRefused() throws IOException {
    for (long length : new long[] {9, Long.MAX_VALUE, -1, 0, 1L << 40}) {
      Path file = folder.resolve("long.safetensors");
      ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      Files.write(file, bytes.array());
      assertThatThrownBy(() -> SafetensorsFile.open(file).close())
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("header length");
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    Path file = folder.resolve("whole.safetensors");
    try (var _ = new PointerScope()) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("w", Tensor.create(new float[] {1, 2, 3, 4}, 4));
      SafetensorsWriter.write(file, tensors);
    }
    byte[] whole = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.safetensors");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> SafetensorsFile.open(cut).close())
          .as("%s of %s bytes", length, whole.length)
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining(cut.toString());
    }
  }

  @Test
  void notANumberIsRefusedWithTheTensorsName() throws IOException {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Path file = folder.resolve("nan.safetensors");
      try (var _ = new PointerScope()) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("w", Tensor.create(new float[] {1, bad, 3}, 3));
        SafetensorsWriter.write(file, tensors);
        try (SafetensorsFile read = SafetensorsFile.open(file)) {
          assertThatThrownBy(() -> read.read("w"))
              .isInstanceOf(ModelFileException.class)
              .hasMessage(file + ": w: holds NaN or infinite values");
        }
      }
    }
  }

  @Test
  void hugeFiniteValuesWhoseSumOverflowsAreAccepted() {
    Path file = folder.resolve("huge.safetensors");
    try (var _ = new PointerScope()) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("w", Tensor.create(new float[] {3e38f, 3e38f}, 2));
      SafetensorsWriter.write(file, tensors);
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        assertThat(Tensors.toFloats(read.read("w"))).containsExactly(3e38f, 3e38f);
      }
    }
  }

  @Test
  void aMissingFileAndAFolderAreRefused() {
    assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none")))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> SafetensorsFile.open(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("is a folder");
  }

  private Path write(String header, byte[] data) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).put(data);
    return Files.write(folder.resolve("made.safetensors"), bytes.array());
  }
}
