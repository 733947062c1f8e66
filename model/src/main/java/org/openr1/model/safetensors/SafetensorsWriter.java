package org.openr1.model.safetensors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.openr1.model.AtomicFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes safetensors files. Each is written under a temporary name, forced to disk and renamed, so
 * that a file of the final name is always complete.
 */
public final class SafetensorsWriter {
  /** transformers' default size of a shard. */
  public static final long DEFAULT_SHARD_BYTES = 50_000_000_000L;

  private static final int WRITE_BYTES = 64 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SafetensorsWriter() {}

  /** Writes tensors in their own types; see {@link #write(Path, SequencedMap, TensorType)}. */
  public static void write(Path file, SequencedMap<String, Tensor> tensors) {
    write(file, tensors, null);
  }

  /**
   * Writes one file, in the map's order.
   *
   * @param floatType the type floating-point tensors are converted to; null keeps each tensor's own
   * @throws UncheckedIOException when the file cannot be written; no partial file is left
   */
  public static void write(
      Path file, SequencedMap<String, Tensor> tensors, @Nullable TensorType floatType) {
    try {
      AtomicFiles.write(
          file,
          channel -> {
            writeFully(channel, header(tensors, floatType));
            for (Tensor tensor : tensors.values()) {
              writeTensor(channel, tensor, storedType(tensor, floatType));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Writes the weights of a model directory: one file, or shards and their index where they exceed
   * {@code shardBytes}. Weights of an earlier save in the directory are removed.
   */
  public static void writeDirectory(
      Path directory,
      SequencedMap<String, Tensor> tensors,
      @Nullable TensorType floatType,
      long shardBytes) {
    if (shardBytes < 1) {
      throw new IllegalArgumentException("shardBytes must be positive: " + shardBytes);
    }
    List<SequencedMap<String, Tensor>> shards = split(tensors, floatType, shardBytes);
    try {
      Files.createDirectories(directory);
      if (shards.size() == 1) {
        write(directory.resolve(SafetensorsDirectory.SINGLE), tensors, floatType);
        Files.deleteIfExists(directory.resolve(SafetensorsDirectory.INDEX));
        return;
      }
      ObjectNode weightMap = JSON.createObjectNode();
      long total = 0;
      for (int i = 0; i < shards.size(); i++) {
        String name =
            String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", i + 1, shards.size());
        write(directory.resolve(name), shards.get(i), floatType);
        for (Map.Entry<String, Tensor> entry : shards.get(i).entrySet()) {
          weightMap.put(entry.getKey(), name);
          total += bytes(entry.getValue(), floatType);
        }
      }
      ObjectNode index = JSON.createObjectNode();
      index.putObject("metadata").put("total_size", total);
      index.set("weight_map", weightMap);
      AtomicFiles.write(
          directory.resolve(SafetensorsDirectory.INDEX),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index));
      Files.deleteIfExists(directory.resolve(SafetensorsDirectory.SINGLE));
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static List<SequencedMap<String, Tensor>> split(
      SequencedMap<String, Tensor> tensors, @Nullable TensorType floatType, long shardBytes) {
    List<SequencedMap<String, Tensor>> shards = new ArrayList<>();
    SequencedMap<String, Tensor> current = new LinkedHashMap<>();
    long size = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      long bytes = bytes(entry.getValue(), floatType);
      if (!current.isEmpty() && size + bytes > shardBytes) {
        shards.add(current);
        current = new LinkedHashMap<>();
        size = 0;
      }
      current.put(entry.getKey(), entry.getValue());
      size += bytes;
    }
    shards.add(current);
    return shards;
  }

  private static TensorType storedType(Tensor tensor, @Nullable TensorType floatType) {
    TensorType own = TensorType.of(tensor.scalar_type());
    return floatType != null && own.isFloatingPoint() ? floatType : own;
  }

  private static long bytes(Tensor tensor, @Nullable TensorType floatType) {
    return tensor.numel() * storedType(tensor, floatType).bytes();
  }

  private static ByteBuffer header(
      SequencedMap<String, Tensor> tensors, @Nullable TensorType floatType) {
    ObjectNode root = JSON.createObjectNode();
    root.putObject("__metadata__").put("format", "pt");
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      ObjectNode node = root.putObject(entry.getKey());
      node.put("dtype", storedType(tensor, floatType).name());
      ArrayNode shape = node.putArray("shape");
      Arrays.stream(tensor.shape()).forEach(shape::add);
      long end = offset + bytes(tensor, floatType);
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    // The data start at a multiple of eight bytes; the format pads with spaces.
    int padded = (json.length + 7) / 8 * 8;
    ByteBuffer buffer = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(padded).put(json);
    while (buffer.hasRemaining()) {
      buffer.put((byte) ' ');
    }
    return buffer.flip();
  }

  private static void writeTensor(FileChannel channel, Tensor tensor, TensorType type)
      throws IOException {
    try (var _ = new PointerScope();
        var _ = new NoGradGuard()) {
      Tensor plain = tensor.detach().cpu().to(type.scalarType()).contiguous();
      long bytes = plain.numel() * type.bytes();
      if (bytes == 0) {
        return;
      }
      MemorySegment data = MemorySegment.ofAddress(plain.data_ptr().address()).reinterpret(bytes);
      for (long start = 0; start < bytes; start += WRITE_BYTES) {
        writeFully(
            channel, data.asSlice(start, Math.min(WRITE_BYTES, bytes - start)).asByteBuffer());
      }
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
