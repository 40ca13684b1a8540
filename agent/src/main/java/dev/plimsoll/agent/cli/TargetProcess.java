package dev.plimsoll.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The process that a command names, and every reason not to attach to it that shows from outside. */
final class TargetProcess {
    private static final long LAST_MOMENTS_SECONDS = 5;

    private final ProcessHandle handle;
    private final LinuxProcess files;

    TargetProcess(ProcessHandle handle) {
        this.handle = handle;
        this.files = new LinuxProcess(handle.pid());
    }

    static TargetProcess named(String pid) throws Refusal {
        Optional<ProcessHandle> handle;
        try {
            handle = ProcessHandle.of(Long.parseLong(pid));
        } catch (NumberFormatException e) {
            throw Refusal.usage("'" + pid + "' is not a process id: list shows the ids of the JVMs here");
        }
        return new TargetProcess(handle.filter(ProcessHandle::isAlive)
                .orElseThrow(() -> Refusal.of("there is no process " + pid + ": list shows the JVMs here")));
    }

    long pid() {
        return handle.pid();
    }

    ProcessHandle.Info info() {
        return handle.info();
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** Whether it is about to end: its sockets are closed before it is gone. */
    boolean isEnding() {
        return handle.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, LAST_MOMENTS_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Refuses what cannot be attached to, or would be harmed by it. */
    void check(Path jar) throws Refusal {
        if (handle.equals(ProcessHandle.current())) {
            throw refusal("is this command itself");
        }
        checkUser();
        if (files.isNoJvm()) {
            throw refusal("is not a JVM: list shows those that are");
        }
        if (files.wasStartedWith("-XX:+DisableAttachMechanism")) {
            throw disabled();
        }
        if (files.diesOfQuit()) {
            throw refusal("does not listen yet: it is only starting, or is a JVM that cannot be attached to");
        }
        if (files.seesAnother(jar)) {
            throw refusal("runs in a container, or another file system, where " + jar
                    + " is not the same file: copy the jar there and give the command inside it");
        }
    }

    private void checkUser() throws Refusal {
        String ours = ProcessHandle.current().info().user().orElse("");
        String theirs = handle.info().user().orElse(ours);
        if (!theirs.equals(ours) && !ours.equals("root")) {
            throw refusal("belongs to the user " + theirs + ", and only " + theirs + " and root may attach to it");
        }
    }

    Refusal disabled() {
        return refusal(
                "was started with -XX:+DisableAttachMechanism: nothing can attach to it; start it with -javaagent:"
                        + "plimsoll-agent.jar instead");
    }

    /** A sentence whose subject is this process. */
    Refusal refusal(String predicate) {
        return Refusal.of("process " + pid() + " " + predicate);
    }

    /** The user it runs as; empty where that is not known, or needs no care. */
    Optional<UserPrincipal> owner() {
        try {
            return Optional.of(Files.getOwner(Path.of("/proc", Long.toString(pid()))));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
