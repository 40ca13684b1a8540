package dev.plimsoll.agent.inside;

import dev.plimsoll.agent.inside.connections.ConcreteCasts;
import dev.plimsoll.agent.inside.connections.DataSourceConnections;
import dev.plimsoll.agent.inside.connections.DriverConnections;
import dev.plimsoll.agent.inside.connections.OwnPlimsoll;
import dev.plimsoll.agent.inside.weave.Point;
import java.util.List;

/** Every weaving point. */
final class Points {
    private Points() {}

    static List<Point> all(ConcreteCasts casts, OwnPlimsoll ownPlimsoll) {
        return List.of(new DataSourceConnections(), new DriverConnections(), casts, ownPlimsoll);
    }
}
