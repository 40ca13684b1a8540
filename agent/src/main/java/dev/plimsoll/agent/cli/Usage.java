package dev.plimsoll.agent.cli;

/** What {@code --help} prints. */
final class Usage {
    static final String TEXT = """
            Plimsoll watches the database of a JVM that runs, without a restart and without a change to it.

              java -jar plimsoll-agent.jar list
                  shows the JVMs here: their process ids, and whether Plimsoll is or can be attached

              java -jar plimsoll-agent.jar attach <pid> [<key>=<value>,<key>=<value>… | @<file>]
                  begins to watch; the options are those of docs/options.md, without the prefix plimsoll.

              java -jar plimsoll-agent.jar report <pid> [--follow] [--json]
                  shows what was found, the statements that cost most, and open transactions
                  --follow   goes on with what is new, until Ctrl-C or the end of the JVM
                  --json     prints JSON, one object a line

              java -jar plimsoll-agent.jar detach <pid>
                  ends it: connections and classes are what they were

              java -jar plimsoll-agent.jar --help | --version

            From its start on a JVM is watched with
              java -javaagent:plimsoll-agent.jar[=<options>] -jar application.jar

            The exit code is 0 if the command was carried out, 1 if it could not be, 2 if the command is wrong.
            """.stripTrailing();

    private Usage() {}
}
