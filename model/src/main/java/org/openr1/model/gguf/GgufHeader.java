package org.openr1.model.gguf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;

/**
 * Parses and checks the header of a GGUF file, versions 2 and 3 (the specification is {@code
 * docs/gguf.md} of the ggml project). Every size is compared with the file before it is used.
 */
final class GgufHeader {
  private static final int MAGIC = 0x46554747;
  private static final int LARGEST_RANK = 4;
  private static final int LONGEST_LIST = 1 << 24;
  private static final int DEFAULT_ALIGNMENT = 32;
  private static final int ARRAY = 9;

  private final Path path;
  private final GgufInput input;

  private GgufHeader(Path path, GgufInput input) {
    this.path = path;
    this.input = input;
  }

  /** What a header says. */
  record Content(GgufMetadata metadata, SequencedMap<String, GgufTensor> tensors) {}

  /** Reads the header of an open file. */
  static Content read(Path path, FileChannel channel) throws IOException {
    return new GgufHeader(path, new GgufInput(path, channel)).read(channel.size());
  }

  private Content read(long fileSize) throws IOException {
    if (input.remaining() < 4 || input.int32("magic") != MAGIC) {
      throw new ModelFileException(path, "is not a GGUF file (it does not begin with GGUF)");
    }
    int version = input.int32("version");
    if (version != 2 && version != 3) {
      boolean swapped = Integer.reverseBytes(version) == 2 || Integer.reverseBytes(version) == 3;
      throw new ModelFileException(
          path,
          swapped
              ? "is a big-endian GGUF file; only little-endian ones are supported"
              : "GGUF version " + Integer.toUnsignedString(version) + " is not 2 or 3");
    }
    // A tensor takes at least its name's length, rank, one size, type and offset; a pair less.
    long tensorCount = input.count("the tensor count", 8 + 4 + 8 + 4 + 8);
    long pairCount = input.count("the metadata count", 8 + 4 + 1);
    Map<String, Object> values = new HashMap<>();
    for (long i = 0; i < pairCount; i++) {
      String key = input.string("metadata key " + i);
      Object value = value(input.int32("type of metadata " + key), "metadata " + key);
      if (values.put(key, value) != null) {
        throw new ModelFileException(path, "metadata " + key + " occurs twice");
      }
    }
    GgufMetadata metadata = new GgufMetadata(path, values);
    int alignment = metadata.integer("general.alignment", DEFAULT_ALIGNMENT);
    if (alignment < 1 || Integer.bitCount(alignment) != 1) {
      throw new ModelFileException(path, "general.alignment " + alignment + " is no power of two");
    }
    List<Entry> entries = new ArrayList<>();
    for (long i = 0; i < tensorCount; i++) {
      entries.add(entry(i));
    }
    long dataStart = (input.position() + alignment - 1) / alignment * alignment;
    SequencedMap<String, GgufTensor> tensors = new LinkedHashMap<>();
    for (Entry entry : entries) {
      GgufTensor tensor = place(entry, dataStart, fileSize, alignment);
      if (tensors.put(entry.name, tensor) != null) {
        throw new ModelFileException(path, entry.name, "tensor occurs twice");
      }
    }
    checkOverlap(tensors);
    return new Content(metadata, tensors);
  }

  private Object value(int type, String what) throws IOException {
    return type == ARRAY ? list(what) : scalar(type, what);
  }

  private List<Object> list(String what) throws IOException {
    int type = input.int32("element type of " + what);
    long length = input.count("length of " + what, smallest(type, what));
    if (length > LONGEST_LIST) {
      throw new ModelFileException(path, what + " is a list of " + length + " elements");
    }
    List<Object> list = new ArrayList<>((int) length);
    for (int i = 0; i < length; i++) {
      list.add(scalar(type, what));
    }
    return list;
  }

  private Object scalar(int type, String what) throws IOException {
    return switch (type) {
      case 0 -> (long) (input.int8(what) & 0xFF);
      case 1 -> (long) input.int8(what);
      case 2 -> (long) (input.int16(what) & 0xFFFF);
      case 3 -> (long) input.int16(what);
      case 4 -> Integer.toUnsignedLong(input.int32(what));
      case 5 -> (long) input.int32(what);
      case 6 -> (double) Float.intBitsToFloat(input.int32(what));
      case 7 -> input.int8(what) != 0;
      case 8 -> input.string(what);
      case 10, 11 -> input.int64(what);
      case 12 -> Double.longBitsToDouble(input.int64(what));
      default -> throw unknownType(type, what);
    };
  }

  private long smallest(int type, String what) {
    return switch (type) {
      case 0, 1, 7 -> 1;
      case 2, 3 -> 2;
      case 4, 5, 6 -> 4;
      case 8, 10, 11, 12 -> 8;
      default -> throw unknownType(type, what);
    };
  }

  private ModelFileException unknownType(int type, String what) {
    return new ModelFileException(
        path,
        type == ARRAY
            ? what + " is a list of lists, which is not supported"
            : what + " has the unknown type " + Integer.toUnsignedString(type));
  }

  private record Entry(String name, List<Long> shape, long type, long offset) {}

  private Entry entry(long index) throws IOException {
    String name = input.string("name of tensor " + index);
    long rank = Integer.toUnsignedLong(input.int32("rank of tensor " + name));
    if (rank < 1 || rank > LARGEST_RANK) {
      throw new ModelFileException(path, name, "has " + rank + " dimensions");
    }
    List<Long> shape = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      long size = input.int64("shape of tensor " + name);
      if (size < 1) {
        throw new ModelFileException(
            path, name, "dimension " + i + " is " + Long.toUnsignedString(size));
      }
      shape.addFirst(size);
    }
    long type = Integer.toUnsignedLong(input.int32("type of tensor " + name));
    return new Entry(name, shape, type, input.int64("offset of tensor " + name));
  }

  private GgufTensor place(Entry entry, long dataStart, long fileSize, int alignment) {
    BlockFormat format =
        BlockFormat.ofType(entry.type)
            .orElseThrow(
                () ->
                    new ModelFileException(
                        path,
                        entry.name,
                        "ggml type %d is not supported; supported are %s"
                            .formatted(
                                entry.type,
                                BlockFormat.ALL.stream().map(BlockFormat::name).toList())));
    if (entry.shape.getLast() % format.elements() != 0) {
      throw new ModelFileException(
          path,
          entry.name,
          "rows of %d are no whole number of %s blocks of %d"
              .formatted(entry.shape.getLast(), format.name(), format.elements()));
    }
    long available = fileSize - dataStart;
    if (entry.offset < 0 || entry.offset > available) {
      throw new ModelFileException(
          path,
          entry.name,
          "offset %s lies outside the %d bytes of data"
              .formatted(Long.toUnsignedString(entry.offset), Math.max(0, available)));
    }
    if (entry.offset % alignment != 0) {
      throw new ModelFileException(
          path, entry.name, "offset " + entry.offset + " is no multiple of " + alignment);
    }
    GgufTensor tensor = new GgufTensor(entry.name, format, entry.shape, dataStart + entry.offset);
    long bytes;
    try {
      bytes = tensor.bytes();
    } catch (ArithmeticException e) {
      throw new ModelFileException(path, entry.name, "shape " + entry.shape + " is too large", e);
    }
    if (bytes > available - entry.offset) {
      throw new ModelFileException(
          path,
          entry.name,
          "needs %d bytes from offset %d, the file has %d bytes of data"
              .formatted(bytes, entry.offset, available));
    }
    return tensor;
  }

  private void checkOverlap(SequencedMap<String, GgufTensor> tensors) {
    @Nullable GgufTensor previous = null;
    for (GgufTensor tensor :
        tensors.values().stream().sorted(Comparator.comparingLong(GgufTensor::offset)).toList()) {
      if (previous != null && previous.offset() + previous.bytes() > tensor.offset()) {
        throw new ModelFileException(
            path, tensor.name(), "overlaps with tensor " + previous.name());
      }
      previous = tensor;
    }
  }
}
