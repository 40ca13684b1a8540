package dev.plimsoll.agent.cli;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The JVMs of this machine that its user can see, this command's own left out. Each is asked for its system properties. */
final class JvmList {
    /** A JVM that is stopped would hold the list up for much longer. */
    private static final long PATIENCE_SECONDS = 5;

    private final Path jar;

    JvmList(Path jar) {
        this.jar = jar;
    }

    @Override
    public String toString() {
        List<CompletableFuture<JvmRow>> rows = new ArrayList<>();
        found().forEach((pid, command) ->
                ProcessHandle.of(pid).ifPresent(handle -> rows.add(row(new TargetProcess(handle), command))));
        if (rows.isEmpty()) {
            return "No other JVM runs here that this user can see.";
        }
        Table table = new Table().row("PID", "MAIN CLASS", "JDK", "PLIMSOLL", "ATTACHABLE");
        rows.forEach(row -> row.join().addTo(table));
        return table.toString();
    }

    private CompletableFuture<JvmRow> row(TargetProcess process, String command) {
        JvmRow silent = JvmRow.unasked(process, command, "no, it does not answer");
        CompletableFuture<JvmRow> row =
                new CompletableFuture<JvmRow>().completeOnTimeout(silent, PATIENCE_SECONDS, TimeUnit.SECONDS);
        Thread thread = new Thread(() -> row.complete(JvmRow.asked(process, command, jar)), "plimsoll-list");
        thread.setDaemon(true);
        thread.start();
        return row;
    }

    /** Processes by id, with what is known of their command lines. */
    private static Map<Long, String> found() {
        Map<Long, String> found = new TreeMap<>();
        ProcessHandle.allProcesses().forEach(process -> {
            List<String> words = new LinuxProcess(process.pid()).commandLine();
            if (looksLikeJava(words)) {
                found.put(process.pid(), JavaCommand.mainClass(words));
            }
        });
        for (VirtualMachineDescriptor machine : VirtualMachine.list()) {
            found.put(Long.valueOf(machine.id()), machine.displayName());
        }
        found.remove(ProcessHandle.current().pid());
        return found;
    }

    /** Those of other users, and those without the file that the JDK lists by. */
    private static boolean looksLikeJava(List<String> words) {
        return !words.isEmpty() && Path.of(words.get(0)).endsWith("java");
    }
}
