package attach;

import java.io.IOException;
import java.util.List;

/** Who watches a program that serves. */
interface Watcher {
    Watcher NOBODY = new Watcher() {
        @Override
        public void begin(Program program) {}

        @Override
        public void end(Program program) {}
    };

    void begin(Program program) throws IOException, InterruptedException;

    void end(Program program) throws IOException, InterruptedException;

    /** Attaches the agent, and prints what it says. */
    static Watcher printing(Agent agent) {
        return new Watcher() {
            @Override
            public void begin(Program program) throws IOException, InterruptedException {
                print(agent.attach(program));
            }

            @Override
            public void end(Program program) throws IOException, InterruptedException {
                print(agent.report(program));
                print(agent.detach(program));
            }
        };
    }

    private static void print(List<String> lines) {
        lines.forEach(System.out::println);
        System.out.println();
    }
}
