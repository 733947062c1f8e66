package org.openr1.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.GoldenFiles;
import org.openr1.model.ModelFileException;

/** Damaged and hostile files give one message that names file, tensor or key, and reason. */
class DamagedGgufTest {
  private static final String NORM = "blk.0.attn_norm.weight";

  @TempDir Path temporary;
  private byte[] whole = new byte[0];
  private Path file = Path.of("");

  @BeforeEach
  void readModel() throws IOException {
    String model = "model/src/test/resources/gguf/models/llama.gguf";
    whole = Files.readAllBytes(GoldenFiles.repositoryRoot().resolve(model));
    file = temporary.resolve("damaged.gguf");
  }

  @Test
  void otherFilesAreNotGguf() throws IOException {
    expect("does not begin with GGUF", b -> b.put(0, (byte) 'X'));
    Files.write(file, new byte[0]);
    expectMessage("does not begin with GGUF");
  }

  @Test
  void unknownVersionsAndByteOrdersAreNamed() throws IOException {
    expect("version 9", b -> b.putInt(4, 9));
    expect("big-endian", b -> b.putInt(4, Integer.reverseBytes(3)));
  }

  @Test
  void countsBeyondTheFileAreRefused() throws IOException {
    expect("tensor count is 18446744073709551615", b -> b.putLong(8, -1));
    expect("metadata count is 4611686018427387904", b -> b.putLong(16, 1L << 62));
    expect("length of metadata key 0 is 1099511627776", b -> b.putLong(24, 1L << 40));
    int tokens = after("tokenizer.ggml.tokens");
    expect("length of metadata tokenizer.ggml.tokens", b -> b.putLong(tokens + 8, 1L << 50));
    expect("unknown type 77", b -> b.putInt(tokens + 4, 77));
    expect("list of lists", b -> b.putInt(tokens + 4, 9));
  }

  @Test
  void wrongKindsOfMetadataAreNamed() throws IOException {
    int layers = after("llama.block_count");
    expect("declares 0 layers", b -> b.putInt(layers + 4, 0));
    expect("declares 1000000 layers", b -> b.putInt(layers + 4, 1_000_000));
    expect("metadata llama.block_count is not a whole number", b -> b.putInt(layers, 6));
    expect("metadata llama.block_count is missing", b -> b.put(layers - 1, (byte) 'X'));
    int eos = after("tokenizer.ggml.eos_token_id");
    expect("eos_token_id is 5000, there are", b -> b.putInt(eos + 4, 5000));
    int pre = after("tokenizer.ggml.pre");
    expect("pre-tokenizer 'Xlama-bpe' is not supported", b -> b.put(pre + 12, (byte) 'X'));
    int architecture = after("general.architecture");
    expect("architecture 'Xlama' is not supported", b -> b.put(architecture + 12, (byte) 'X'));
    expect("is not valid UTF-8", b -> b.put(architecture + 12, (byte) 0xFF));
  }

  @Test
  void shapesTypesAndOffsetsOfTensorsAreChecked() throws IOException {
    int norm = after(NORM);
    expect(NORM + ": has 9 dimensions", b -> b.putInt(norm, 9));
    expect(NORM + ": dimension 0 is 0", b -> b.putLong(norm + 4, 0));
    expect(NORM + ": has shape [16], expected [32]", b -> b.putLong(norm + 4, 16));
    expect(NORM + ": needs", b -> b.putLong(norm + 4, 1L << 40));
    expect(NORM + ": shape [4611686018427387904] is too large", b -> b.putLong(norm + 4, 1L << 62));
    expect(NORM + ": ggml type 99 is not supported", b -> b.putInt(norm + 12, 99));
    expect(NORM + ": rows of 32 are no whole number", b -> b.putInt(norm + 12, 12));
    expect(NORM + ": offset 1 is no multiple of 32", b -> b.putLong(norm + 16, 1));
    expect(NORM + ": offset 1125899906842624 lies outside", b -> b.putLong(norm + 16, 1L << 50));
    expect(NORM + ": offset 18446744073709551584 lies outside", b -> b.putLong(norm + 16, -32));
    expect("overlaps with tensor", b -> b.putLong(norm + 16, 32));
  }

  @Test
  void missingUnexpectedAndDoubleTensorsAreNamed() throws IOException {
    int norm = after(NORM);
    expect(NORM + ": tensor is missing", b -> b.put(norm - 1, (byte) 'X'));
    byte[] other = "blk.1.attn_norm.weight".getBytes(StandardCharsets.US_ASCII);
    expect("blk.1.attn_norm.weight: tensor occurs twice", b -> b.put(norm - other.length, other));
  }

  @Test
  void weightsThatAreNotNumbersAreNamed() throws IOException {
    int data = dataStart();
    long offset = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong(after(NORM) + 16);
    expect(
        NORM + ": value NaN at element 3", b -> b.putFloat((int) (data + offset) + 12, Float.NaN));
  }

  @Test
  void everyTruncationIsReported() throws IOException {
    for (int length = 0; length < whole.length - 32; length += 1 + length / 12) {
      Files.write(file, Arrays.copyOf(whole, length));
      expectMessage("");
    }
  }

  @Test
  void randomDamageNeverCausesAnythingButAMessage() throws IOException {
    Random random = new Random(20261123);
    int header = dataStart();
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(header)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      Path directory = temporary.resolve("out" + round);
      try {
        GgufImport.run(file, directory, WeightType.BF16, (tensor, index, count) -> {});
      } catch (ModelFileException e) {
        assertThat(e).hasMessageContaining(temporary.toString());
        assertThat(directory).doesNotExist();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  /** Index of the first byte after a name that stands in the header with its length before it. */
  private int after(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer wanted = ByteBuffer.allocate(8 + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    wanted.putLong(bytes.length).put(bytes);
    int at = indexOf(wanted.array());
    assertThat(at).as(name).isNotNegative();
    return at + 8 + bytes.length;
  }

  private int indexOf(byte[] wanted) {
    for (int at = 0; at + wanted.length <= whole.length; at++) {
      if (Arrays.equals(whole, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  private int dataStart() throws IOException {
    Files.write(file, whole);
    try (GgufFile gguf = GgufFile.open(file)) {
      return gguf.tensors().values().stream().mapToInt(t -> (int) t.offset()).min().orElseThrow();
    }
  }

  private void expect(String message, Consumer<ByteBuffer> damage) throws IOException {
    ByteBuffer damaged = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
    damage.accept(damaged);
    Files.write(file, damaged.array());
    expectMessage(message);
  }

  private void expectMessage(String message) {
    Path directory = temporary.resolve("out");
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(
            () -> GgufImport.run(file, directory, WeightType.BF16, (tensor, index, count) -> {}))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining(message);
    assertThat(directory).doesNotExist();
  }
}
