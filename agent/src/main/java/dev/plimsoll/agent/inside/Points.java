package dev.plimsoll.agent.inside;

import dev.plimsoll.agent.inside.connections.ConcreteCasts;
import dev.plimsoll.agent.inside.connections.DataSourceConnections;
import dev.plimsoll.agent.inside.connections.DriverConnections;
import dev.plimsoll.agent.inside.connections.OwnPlimsoll;
import dev.plimsoll.agent.inside.connections.RoutedDataSources;
import dev.plimsoll.agent.inside.units.HandedOverTasks;
import dev.plimsoll.agent.inside.units.PoolTasks;
import dev.plimsoll.agent.inside.units.UnitEntries;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.ArrayList;
import java.util.List;

/** Every weaving point. */
final class Points {
    private Points() {}

    static List<Point> all(AgentOptions options, ConcreteCasts casts, OwnPlimsoll ownPlimsoll) {
        if (!options.checked().enabled()) {
            return List.of();
        }
        List<Point> points = new ArrayList<>(UnitEntries.all());
        if (options.haveReplicas()) {
            points.add(new RoutedDataSources());
        }
        points.addAll(List.of(
                new HandedOverTasks(),
                new PoolTasks(),
                new DataSourceConnections(),
                new DriverConnections(),
                casts,
                ownPlimsoll));
        return points;
    }
}
