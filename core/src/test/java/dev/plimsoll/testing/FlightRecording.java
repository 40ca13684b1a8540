package dev.plimsoll.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** A recording of Java Flight Recorder while a task runs. */
public final class FlightRecording {

    private FlightRecording() {}

    /**
     * The events of one name that the task's thread commits: events of other names are recorded without being asked for, and other
     * threads may still be busy with what earlier tests left behind.
     */
    public static List<RecordedEvent> of(String name, Path folder, Runnable task) throws IOException {
        Path file = folder.resolve(name + ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(name);
            recording.start();
            task.run();
            recording.stop();
            recording.dump(file);
        }
        long thread = Thread.currentThread().getId();
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .filter(event -> event.getThread().getJavaThreadId() == thread)
                .toList();
    }
}
