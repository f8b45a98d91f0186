package io.vitrine.logs.wire;

import io.vitrine.model.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on a port over TCP and UDP; each connection has a thread of its own. */
final class Listening implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Listening.class.getName());
  private static final int LARGEST_DATAGRAM = 65_535;

  /** Reads a connection to its end. */
  interface Connection {
    void read(BufferedInputStream in) throws IOException, InterruptedException;
  }

  /** Is given each datagram. */
  interface Datagram {
    void take(byte[] content, InetAddress from);
  }

  private final ServerSocket server;
  private final DatagramSocket datagrams;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Listening(ServerSocket server, DatagramSocket datagrams) {
    this.server = server;
    this.datagrams = datagrams;
  }

  static Listening on(
      String name, InetAddress address, int port, Connection connection, Datagram datagram) {
    try {
      ServerSocket server = new ServerSocket(port, 50, address);
      Listening listening =
          new Listening(server, new DatagramSocket(server.getLocalPort(), address));
      Thread.ofPlatform()
          .daemon()
          .name(name + "-tcp")
          .start(() -> listening.accept(name, connection));
      Thread.ofPlatform().daemon().name(name + "-udp").start(() -> listening.receive(datagram));
      return listening;
    } catch (IOException taken) {
      throw Problem.ours(
          "port_in_use", "nothing can listen for " + name + " on port " + port, taken);
    }
  }

  private void accept(String name, Connection connection) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().name(name).start(() -> read(socket, connection));
      } catch (SocketException closed) {
        return;
      } catch (IOException failure) {
        LOG.log(System.Logger.Level.WARNING, "A connection for " + name + " failed", failure);
      }
    }
  }

  private void read(Socket socket, Connection connection) {
    try (socket) {
      connection.read(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "a sender of logs went away", gone);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private void receive(Datagram datagram) {
    byte[] buffer = new byte[LARGEST_DATAGRAM];
    while (!datagrams.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        datagrams.receive(packet);
        datagram.take(Arrays.copyOf(buffer, packet.getLength()), packet.getAddress());
      } catch (SocketException closed) {
        return;
      } catch (IOException | RuntimeException failure) {
        LOG.log(System.Logger.Level.WARNING, "A datagram was not understood", failure);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    datagrams.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
