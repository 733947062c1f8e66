package org.openr1.train.grpo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Copies the tensors behind a prefix into a safetensors file of their own. */
final class InitialWeights {
  private InitialWeights() {}

  static void write(Path from, String prefix, Path to) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(from)).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(all.getLong(0));
    byte[] json = new byte[length];
    all.get(8, json);
    ObjectNode header = mapper.createObjectNode();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    mapper
        .readTree(new String(json, StandardCharsets.UTF_8))
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().startsWith(prefix)) {
                int start = entry.getValue().get("data_offsets").get(0).asInt();
                int end = entry.getValue().get("data_offsets").get(1).asInt();
                ObjectNode tensor = header.putObject(entry.getKey().substring(prefix.length()));
                tensor.set("dtype", entry.getValue().get("dtype"));
                tensor.set("shape", entry.getValue().get("shape"));
                tensor.putArray("data_offsets").add(data.size()).add(data.size() + end - start);
                data.write(all.array(), 8 + length + start, end - start);
              }
            });
    byte[] headerBytes = mapper.writeValueAsBytes(header);
    ByteBuffer size = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    size.putLong(0, headerBytes.length);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(size.array());
    file.write(headerBytes);
    data.writeTo(file);
    Files.write(to, file.toByteArray());
  }
}
