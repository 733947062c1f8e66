package org.openr1.sandbox.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Things of the host that attacks try to reach: a file, services and this process. */
final class AttackBaits implements AutoCloseable {
  private final String secret = "secret-" + UUID.randomUUID();
  private final Path folder;
  private final Path file;
  private final ServerSocket service;
  private final ServerSocketChannel local;
  private final List<String> visitors = Collections.synchronizedList(new ArrayList<>());

  AttackBaits() throws IOException {
    folder = Files.createTempDirectory("attack-baits-");
    file = Files.writeString(folder.resolve("secret.txt"), secret);
    service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    local = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    local.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
    // Open to everybody on the host, so that only the sandbox keeps attacks from it.
    folder.toFile().setExecutable(true, false);
    folder.toFile().setReadable(true, false);
    file.toFile().setReadable(true, false);
    folder.resolve("socket").toFile().setWritable(true, false);
    Thread.ofPlatform().daemon(true).start(this::welcomeByNetwork);
    Thread.ofPlatform().daemon(true).start(this::welcomeByFile);
  }

  private void welcomeByNetwork() {
    while (!service.isClosed()) {
      try (var visitor = service.accept()) {
        visitors.add("by network: " + visitor.getRemoteSocketAddress());
      } catch (IOException e) {
        return;
      }
    }
  }

  private void welcomeByFile() {
    while (local.isOpen()) {
      try (var visitor = local.accept()) {
        visitors.add("by socket file: " + visitor.getRemoteAddress());
      } catch (AsynchronousCloseException e) {
        return;
      } catch (IOException e) {
        visitors.add(e.toString());
        return;
      }
    }
  }

  /** Text of the file, which no program may ever print. */
  String secret() {
    return secret;
  }

  /** Where the baits are, by the name that attacks use between {@code @}. */
  Map<String, String> places() {
    return Map.of(
        "PORT", Integer.toString(service.getLocalPort()),
        "PID", Long.toString(ProcessHandle.current().pid()),
        "SECRET_FILE", file.toString(),
        "SOCKET", folder.resolve("socket").toString(),
        "PROJECT", Path.of(System.getProperty("openr1.root", "..")).toAbsolutePath().toString());
  }

  /** Attacks that came through, and changes of the file. */
  List<String> harm() throws IOException {
    List<String> harm = new ArrayList<>(visitors);
    if (!Files.readString(file).equals(secret)) {
      harm.add(file + " was changed");
    }
    return harm;
  }

  @Override
  public void close() throws IOException {
    service.close();
    local.close();
    Files.deleteIfExists(folder.resolve("socket"));
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
