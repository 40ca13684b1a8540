package shop.units;

import com.sun.tools.attach.VirtualMachine;

/** Brings the agent into this JVM, which has run without it so far. */
final class Attach {
    private Attach() {}

    static void toThisJvm() throws Exception {
        VirtualMachine here =
                VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
        try {
            here.loadAgent(System.getProperty("agent.jar"), System.getProperty("agent.options"));
        } finally {
            here.detach();
        }
    }
}
