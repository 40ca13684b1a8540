package dev.plimsoll.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Optional;

/**
 * The command line's end of the way to an agent: a Unix domain socket in a fresh directory that only this user (and the JVM's, if
 * that is another) may enter.
 */
final class Channel implements AutoCloseable {
    /** The most bytes of a socket's path that every platform takes. */
    private static final int LONGEST_PATH = 100;

    private final Path directory;
    private final Path socket;
    private final ServerSocketChannel server;

    private Channel(Path directory, Path socket, ServerSocketChannel server) {
        this.directory = directory;
        this.socket = socket;
        this.server = server;
    }

    static Channel open() throws IOException {
        Path directory = directory();
        Path socket = directory.resolve("socket");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            // Ctrl-C ends a report that is followed; what is registered last is deleted first.
            directory.toFile().deleteOnExit();
            socket.toFile().deleteOnExit();
            server.bind(UnixDomainSocketAddress.of(socket));
            return new Channel(directory, socket, server);
        } catch (IOException e) {
            server.close();
            Files.deleteIfExists(directory);
            throw e;
        }
    }

    /** In the temporary directory; its path may be too long for a socket, then in the one that every JVM of the machine knows. */
    private static Path directory() throws IOException {
        Path usual = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        Path common = Path.of("/tmp");
        boolean tooLong = usual.toString().length() + "/plimsoll-1234567890123456789/socket".length() > LONGEST_PATH;
        Path parent = tooLong && Files.isDirectory(common) ? common : usual;
        return Files.createTempDirectory(parent, "plimsoll-");
    }

    Path socket() {
        return socket;
    }

    /** Root may attach to anybody's JVM, which then must be able to answer. */
    void give(UserPrincipal owner) throws IOException {
        if (!Files.getOwner(socket).equals(owner)) {
            Files.setOwner(socket, owner);
            Files.setOwner(directory, owner);
        }
    }

    /** Tells the agent, which must have connected by now, the options. Returns its answer; empty if it has not connected. */
    Optional<BufferedReader> converse(Map<String, String> options) throws IOException {
        server.configureBlocking(false);
        SocketChannel connection = server.accept();
        if (connection == null) {
            return Optional.empty();
        }
        StringBuilder request = new StringBuilder();
        options.forEach((key, value) ->
                request.append(key).append('=').append(value.replace("\n", " ")).append('\n'));
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(request.append('\n').toString());
        while (bytes.hasRemaining()) {
            connection.write(bytes);
        }
        InputStreamReader answer = new InputStreamReader(Channels.newInputStream(connection), StandardCharsets.UTF_8);
        return Optional.of(new BufferedReader(answer));
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(directory);
    }
}
