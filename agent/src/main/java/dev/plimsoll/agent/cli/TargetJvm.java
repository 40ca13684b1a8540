package dev.plimsoll.agent.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** A JVM that has been reached by the attach API, whose errors become sentences here. */
final class TargetJvm implements AutoCloseable {
    /** The oldest Java that the agent runs on. */
    private static final int OLDEST = 17;

    private final TargetProcess process;
    private final VirtualMachine machine;

    private TargetJvm(TargetProcess process, VirtualMachine machine) {
        this.process = process;
        this.machine = machine;
    }

    static TargetJvm open(TargetProcess process) throws Refusal {
        try {
            return new TargetJvm(process, VirtualMachine.attach(Long.toString(process.pid())));
        } catch (AttachNotSupportedException e) {
            throw String.valueOf(e.getMessage()).contains("not support the attach mechanism")
                    ? process.disabled()
                    : process.refusal("does not answer: it is stopped or too busy, or not a HotSpot JVM");
        } catch (IOException e) {
            throw lost(process, e);
        }
    }

    Properties properties() throws Refusal {
        try {
            return machine.getSystemProperties();
        } catch (IOException e) {
            throw lost(process, e);
        }
    }

    static void checkVersion(TargetProcess process, Properties properties) throws Refusal {
        String version = properties.getProperty("java.specification.version", "");
        String feature = version.startsWith("1.") ? version.substring(2) : version;
        if (feature.matches("\\d+") && Integer.parseInt(feature) < OLDEST) {
            throw process.refusal("runs on Java " + feature + ", and Plimsoll needs " + OLDEST + " or later");
        }
    }

    void load(Path jar, String arguments) throws Refusal {
        try {
            machine.loadAgent(jar.toString(), arguments);
        } catch (AgentLoadException e) {
            if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("not enabled")) {
                throw process.refusal(
                        "was started with -XX:-EnableDynamicAgentLoading, which forbids to attach an agent:"
                                + " start it without that option, or with -javaagent:plimsoll-agent.jar");
            }
            throw process.refusal("could not load " + jar + "; may its user read that file?");
        } catch (AgentInitializationException e) {
            throw process.refusal("could not start the agent; its error output says why");
        } catch (IOException e) {
            throw lost(process, e);
        }
    }

    private static Refusal lost(TargetProcess process, IOException e) {
        if (!process.isAlive()) {
            return process.refusal("has ended");
        }
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return process.refusal("cannot be attached to: " + said);
    }

    /** The agent stays; only the way to it is closed. */
    @Override
    public void close() {
        try {
            machine.detach();
        } catch (IOException e) {
            // the JVM has ended: nothing is left to close
        }
    }
}
