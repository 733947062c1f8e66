package org.openr1.model.safetensors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.openr1.model.ModelFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The weights of a model directory: {@code model.safetensors}, or the shards named by {@code
 * model.safetensors.index.json}.
 */
public final class SafetensorsDirectory implements AutoCloseable {
  /** The name of a single file of weights. */
  public static final String SINGLE = "model.safetensors";

  /** The name of the list of shards. */
  public static final String INDEX = "model.safetensors.index.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path main;
  private final List<SafetensorsFile> files;
  private final SequencedMap<String, SafetensorsFile> fileByTensor;

  private SafetensorsDirectory(
      Path main, List<SafetensorsFile> files, SequencedMap<String, SafetensorsFile> fileByTensor) {
    this.main = main;
    this.files = files;
    this.fileByTensor = fileByTensor;
  }

  /**
   * Opens the weights of a directory and checks all headers; a single file is preferred, as
   * transformers does.
   *
   * @throws ModelFileException when there are no weights or a file is damaged
   */
  public static SafetensorsDirectory open(Path directory) {
    Path single = directory.resolve(SINGLE);
    Path index = directory.resolve(INDEX);
    if (Files.exists(single)) {
      SafetensorsFile file = SafetensorsFile.open(single);
      SequencedMap<String, SafetensorsFile> byTensor = new LinkedHashMap<>();
      file.tensors().keySet().forEach(name -> byTensor.put(name, file));
      return new SafetensorsDirectory(single, List.of(file), byTensor);
    }
    if (Files.exists(index)) {
      return openShards(directory, index);
    }
    throw new ModelFileException(
        directory, "holds no weights: neither " + SINGLE + " nor " + INDEX);
  }

  private static SafetensorsDirectory openShards(Path directory, Path index) {
    Map<String, String> shardOf = readIndex(index);
    Map<String, SafetensorsFile> shards = new LinkedHashMap<>();
    SequencedMap<String, SafetensorsFile> byTensor = new LinkedHashMap<>();
    boolean complete = false;
    try {
      for (Map.Entry<String, String> entry : shardOf.entrySet()) {
        String shard = entry.getValue();
        SafetensorsFile file = shards.get(shard);
        if (file == null) {
          file = SafetensorsFile.open(directory.resolve(shard));
          shards.put(shard, file);
        }
        file.info(entry.getKey());
        byTensor.put(entry.getKey(), file);
      }
      complete = true;
    } finally {
      if (!complete) {
        shards.values().forEach(SafetensorsFile::close);
      }
    }
    return new SafetensorsDirectory(index, new ArrayList<>(shards.values()), byTensor);
  }

  private static Map<String, String> readIndex(Path index) {
    JsonNode root;
    try {
      root = JSON.readTree(index.toFile());
    } catch (JacksonException e) {
      throw new ModelFileException(index, null, "is not valid JSON: " + e.getOriginalMessage(), e);
    }
    JsonNode weightMap = root.path("weight_map");
    if (!weightMap.isObject()) {
      throw new ModelFileException(index, "weight_map", "is missing");
    }
    Map<String, String> shardOf = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : weightMap.properties()) {
      String shard = entry.getValue().asString("");
      if (shard.isEmpty() || shard.contains("/") || shard.contains("\\") || shard.equals("..")) {
        throw new ModelFileException(
            index, entry.getKey(), "names no file of this directory: " + entry.getValue());
      }
      shardOf.put(entry.getKey(), shard);
    }
    return shardOf;
  }

  /** The names of all tensors. */
  public SequencedMap<String, TensorInfo> tensors() {
    SequencedMap<String, TensorInfo> all = new LinkedHashMap<>();
    fileByTensor.forEach((name, file) -> all.put(name, file.info(name)));
    return Collections.unmodifiableSequencedMap(all);
  }

  /**
   * The file that holds a tensor.
   *
   * @throws ModelFileException when there is none of that name
   */
  public Path fileOf(String name) {
    return file(name).path();
  }

  /** What the header says of a tensor; see {@link SafetensorsFile#info}. */
  public TensorInfo info(String name) {
    return file(name).info(name);
  }

  /** Reads and converts a tensor; see {@link SafetensorsFile#read(String, ScalarType, Device)}. */
  public Tensor read(String name, ScalarType wanted, Device device) {
    return file(name).read(name, wanted, device);
  }

  private SafetensorsFile file(String name) {
    SafetensorsFile file = fileByTensor.get(name);
    if (file == null) {
      throw new ModelFileException(main, name, "tensor is missing");
    }
    return file;
  }

  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }
}
