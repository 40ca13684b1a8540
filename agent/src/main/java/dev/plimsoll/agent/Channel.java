package dev.plimsoll.agent;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command came from, and where its answer goes: {@code ok} or {@code error <sentence>} in the first line, then the text. The
 * socket is the command line's, in a folder that only its user can enter; without one, what went wrong is told on System.err.
 */
record Channel(
        String command,
        Map<String, String> arguments,
        @Nullable SocketChannel socket) implements AutoCloseable {

    static Channel of(@Nullable String text) throws IOException {
        Map<String, String> arguments = Arguments.of(text);
        String command = arguments.remove("command");
        String path = arguments.remove("channel");
        return new Channel(command == null ? "attach" : command, arguments, path == null ? null : connected(path));
    }

    private static SocketChannel connected(String path) throws IOException {
        SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        socket.connect(UnixDomainSocketAddress.of(path));
        return socket;
    }

    void answer(Command work) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            work.run(answer);
            write("ok\n" + answer);
        } catch (IllegalArgumentException wrong) {
            refuse(String.valueOf(wrong.getMessage()));
        } catch (Exception | LinkageError failure) { // told to whoever asked; the application goes on
            refuse("Plimsoll failed: " + failure);
        }
    }

    private void refuse(String sentence) throws IOException {
        if (socket == null) {
            System.err.println("Plimsoll: " + sentence);
        }
        write("error " + sentence.replace('\n', ' ') + "\n");
    }

    private void write(String text) throws IOException {
        if (socket != null) {
            Writer writer = new OutputStreamWriter(Channels.newOutputStream(socket), StandardCharsets.UTF_8);
            writer.write(text);
            writer.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    /** What is done for an answer. */
    @FunctionalInterface
    interface Command {
        void run(Appendable answer) throws IOException, ReflectiveOperationException;
    }
}
