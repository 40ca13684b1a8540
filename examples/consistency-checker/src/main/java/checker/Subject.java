package checker;

import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What is checked: a data source over the pools of a cluster, as one process has it. Safe for use by many threads. */
interface Subject extends AutoCloseable {
    DataSource dataSource();

    /** Whether reads go to replicas at all. */
    boolean routes();

    /** Where the last unit of a connection went, and why. */
    String decision(Connection connection);

    /** What another process needs in order not to miss what the current unit of work has written; null if there is no such thing. */
    @Nullable
    String token();

    /** Takes over what {@link #token()} gave elsewhere, for the current unit of work. */
    void accept(String token);

    /** How many more reads may be on the primary because no replica is fit. */
    int freePlaces();

    /** What it says of itself, for whoever looks for the cause of something. */
    String summary();

    /** How often it has said that acknowledged writes may be lost. */
    long suspectedLosses();

    @Override
    void close();

    /** Makes one. */
    interface Maker {
        Subject over(Pools pools, Map<String, String> options);
    }
}
