package dev.plimsoll.agent.inside.weave;

import java.util.List;

/** Every weaving point. */
public final class Points {
    private Points() {}

    public static List<Point> all() {
        return List.of(
                new DataSourceConnections(),
                new DriverConnections(),
                UnitEntries.requests(),
                UnitEntries.scheduled(),
                UnitEntries.transactional(),
                UnitEntries.listeners(),
                UnitEntries.deliveries(),
                UnitEntries.jobs(),
                new HandedOverTasks(),
                new PoolTasks());
    }
}
