package dev.plimsoll.agent;

/** What {@code java -jar plimsoll-agent.jar} runs. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.err.println("usage: java -javaagent:plimsoll-agent.jar …");
    }
}
