package org.openr1.model.safetensors;

import static org.bytedeco.pytorch.global.torch.empty;
import static org.bytedeco.pytorch.global.torch.from_blob;
import static org.bytedeco.pytorch.global.torch.isfinite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.openr1.model.ModelFileException;

/**
 * A safetensors file, read through short-lived memory maps.
 *
 * <p>Opening checks the whole header. Reading maps a piece at a time and unmaps it again, so that
 * memory stays at the size of the tensors read plus {@value #CHUNK_BYTES} bytes.
 */
public final class SafetensorsFile implements AutoCloseable {
  private static final int CHUNK_BYTES = 8 << 20;

  private final Path path;
  private final FileChannel channel;
  private final SafetensorsHeader header;

  private SafetensorsFile(Path path, FileChannel channel, SafetensorsHeader header) {
    this.path = path;
    this.channel = channel;
    this.header = header;
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws ModelFileException when it is missing, cannot be read or is damaged
   */
  public static SafetensorsFile open(Path path) {
    Objects.requireNonNull(path, "path is null");
    if (Files.isDirectory(path)) {
      throw new ModelFileException(path, "is a folder, not a safetensors file");
    }
    FileChannel channel = null;
    SafetensorsHeader header = null;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
      header = SafetensorsHeader.read(path, channel);
      return new SafetensorsFile(path, channel, header);
    } catch (NoSuchFileException e) {
      throw new ModelFileException(path, null, "does not exist", e);
    } catch (IOException e) {
      throw new ModelFileException(path, null, "cannot be read: " + e.getMessage(), e);
    } finally {
      if (header == null && channel != null) {
        closeQuietly(channel);
      }
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** The tensors in the order of the header. */
  public SequencedMap<String, TensorInfo> tensors() {
    return Collections.unmodifiableSequencedMap(header.tensors());
  }

  /** The free text entries of the header. */
  public Map<String, String> metadata() {
    return header.metadata();
  }

  /**
   * What the header says of a tensor.
   *
   * @throws ModelFileException when there is none of that name
   */
  public TensorInfo info(String name) {
    TensorInfo info = header.tensors().get(name);
    if (info == null) {
      throw new ModelFileException(path, name, "tensor is missing");
    }
    return info;
  }

  /** Reads a tensor as it is stored, onto the CPU; the caller owns the result. */
  public Tensor read(String name) {
    return read(name, info(name).type().scalarType(), new Device("cpu"));
  }

  /**
   * Reads a tensor and converts it.
   *
   * @return a contiguous tensor of the stored shape that the caller owns (it joins the caller's
   *     PointerScope where one is open)
   * @throws ModelFileException when the tensor is missing or holds NaN or infinite values
   */
  public Tensor read(String name, ScalarType wanted, Device device) {
    TensorInfo info = info(name);
    Tensor result;
    try (var _ = new PointerScope();
        var _ = new NoGradGuard()) {
      TensorOptions options =
          new TensorOptions()
              .dtype(new ScalarTypeOptional(wanted))
              .device(new DeviceOptional(device));
      result = empty(info.dimensions(), options, null);
      Tensor flat = result.view(-1);
      forEachChunk(
          info,
          chunk -> {
            try (var _ = new PointerScope()) {
              if (info.type().isFloatingPoint() && !allFinite(chunk.tensor())) {
                throw new ModelFileException(path, name, "holds NaN or infinite values");
              }
              flat.narrow(0, chunk.start(), chunk.tensor().numel()).copy_(chunk.tensor());
            }
          });
      result.retainReference();
    }
    // Scopes opened by the caller take the tensor over; without one the caller closes it.
    PointerScope outer = PointerScope.getInnerScope();
    if (outer != null) {
      outer.attach(result);
      result.releaseReference();
    }
    return result;
  }

  private record Chunk(long start, Tensor tensor) {}

  private void forEachChunk(TensorInfo info, Consumer<Chunk> action) {
    long step = CHUNK_BYTES / info.type().bytes();
    for (long start = 0; start < info.elements(); start += step) {
      long count = Math.min(step, info.elements() - start);
      try (Arena arena = Arena.ofConfined();
          var _ = new PointerScope()) {
        int width = info.type().bytes();
        MemorySegment mapped =
            channel.map(
                FileChannel.MapMode.READ_ONLY, info.offset() + start * width, count * width, arena);
        MemorySegment aligned = mapped;
        if (mapped.address() % width != 0) {
          aligned = arena.allocate(count * width, width).copyFrom(mapped);
        }
        Tensor view =
            from_blob(
                new AddressPointer(aligned),
                new long[] {count},
                new TensorOptions(info.type().scalarType()));
        action.accept(new Chunk(start, view));
      } catch (IOException e) {
        throw new ModelFileException(path, info.name(), "cannot be mapped: " + e.getMessage(), e);
      }
    }
  }

  /** A sum is finite only if all terms are; only where it is not are the terms looked at. */
  private static boolean allFinite(Tensor values) {
    return Float.isFinite(values.sum().item_float()) || isfinite(values).all().item_bool();
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  /** A pointer to memory that a MemorySegment owns. */
  private static final class AddressPointer extends Pointer {
    AddressPointer(MemorySegment segment) {
      address = segment.address();
    }
  }
}
