package dev.plimsoll.agent.inside;

import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.agent.bridge.Attached;
import dev.plimsoll.agent.bridge.Bridge;
import dev.plimsoll.agent.inside.connections.ConcreteCasts;
import dev.plimsoll.agent.inside.connections.Connections;
import dev.plimsoll.agent.inside.connections.OwnPlimsoll;
import dev.plimsoll.agent.inside.log.ApplicationLog;
import dev.plimsoll.agent.inside.replicas.Replicas;
import dev.plimsoll.agent.inside.weave.Point;
import dev.plimsoll.agent.inside.weave.Weaving;
import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.work.Guard;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** The agent at work: from here on until it is closed, classes are woven and call it. */
public final class Inside implements Attached {
    private final Connections connections;
    private final Commands commands;
    private final Weaving weaving;

    private Inside(Connections connections, Commands commands, Weaving weaving) {
        this.connections = connections;
        this.commands = commands;
        this.weaving = weaving;
    }

    /** Begins. */
    public static Inside attach(AgentOptions options, Instrumentation instrumentation) {
        Guard guard = new Guard();
        if (Rehearsal.isDue()) {
            Rehearsal.hold();
        }
        Logbook logbook = Logbook.create();
        ConcreteCasts casts = new ConcreteCasts(Inside::tell);
        OwnPlimsoll ownPlimsoll = new OwnPlimsoll();
        Connections connections = new Connections(
                name -> ConnectionWatch.of(options.values(), logbook, name),
                casts,
                ownPlimsoll,
                ApplicationLog::lookIn,
                options.haveReplicas() ? new Replicas(options.values(), logbook) : null);
        List<Point> points = Points.all(options, casts, ownPlimsoll);
        Bridge.connect(new Callbacks(connections, guard));
        Weaving weaving = Weaving.begin(instrumentation, points, ApplicationLog::aside, Inside::failed);
        return new Inside(connections, new Commands(logbook), weaving);
    }

    private static void tell(String sentence) {
        LoggerFactory.getLogger("dev.plimsoll").warn(sentence);
    }

    private static void failed(String place, Throwable failure) {
        ApplicationLog.aside("failed in " + place + ", which is left as it was: " + failure);
    }

    @Override
    public void command(String command, Map<String, String> arguments, Consumer<String> lines, BooleanSupplier goesOn) {
        commands.run(command, arguments, lines, goesOn);
    }

    @Override
    public void close() {
        Bridge.connect(null);
        weaving.close();
        connections.close();
        RecordMethods.forget();
    }
}
