package dev.plimsoll.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The agent's end of the way to a command line. Every write fails once the command line is gone. Written to by one thread; any other
 * may stop it.
 */
final class Answer implements AutoCloseable {
    private static final long PAUSE_SECONDS = 1;

    private final SocketChannel connection;
    private final BufferedReader reader;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean begun;

    private Answer(SocketChannel connection) {
        this.connection = connection;
        this.reader =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(connection), StandardCharsets.UTF_8));
    }

    /** Connects to the command line that listens on {@code socket}. */
    static Answer on(Path socket) throws IOException {
        SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            connection.connect(UnixDomainSocketAddress.of(socket));
            return new Answer(connection);
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /** The options of the command, to be read once and first. */
    Map<String, String> options() throws IOException {
        Map<String, String> options = new LinkedHashMap<>();
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            int equals = line.indexOf('=');
            options.put(line.substring(0, equals), line.substring(equals + 1));
            line = reader.readLine();
        }
        return options;
    }

    /** Writes the text, which may have several lines. */
    void print(String text) {
        StringBuilder lines = new StringBuilder(begun ? "" : Reply.OK + "\n");
        begun = true;
        text.lines().forEach(line -> lines.append(Reply.TEXT).append(line).append('\n'));
        write(lines.toString());
    }

    /** Lets a second pass in which nothing is written. Returns false once the answer is to end. */
    boolean goesOn() {
        if (begun) {
            write(Reply.ALIVE + "\n");
        }
        return pause();
    }

    private boolean pause() {
        try {
            return !stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false; // by nobody of ours; the thread ends with its answer
        }
    }

    /** Lets the answer end at its next pause. */
    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Ends the answer, with a sentence that says why if that is not plain. */
    void end(String why) {
        print("");
        write(Reply.END + oneLine(why) + "\n");
    }

    /** Refuses the command; if an answer has begun, ends it. */
    void refuse(String sentence) {
        if (begun) {
            end(sentence);
        } else {
            write(Reply.ERROR + oneLine(sentence) + "\n");
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    private void write(String text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try {
            while (bytes.hasRemaining()) {
                connection.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
