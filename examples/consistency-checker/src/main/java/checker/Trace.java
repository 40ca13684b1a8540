package checker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What comes to light while an action runs. Of one thread. */
final class Trace {
    private final Register own;
    private final int foreignKeys;
    private final SplittableRandom random;
    private final Diversions diversions;
    private final List<Operation.Place> places = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Operation.Shown> read = new ArrayList<>();
    private final Map<Integer, Long> acknowledged = new HashMap<>();
    private final List<Long> pending = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();
    private Operation.@Nullable Place transaction;
    private boolean split;
    private boolean committing;
    private boolean delivered;
    private long unitStart = System.nanoTime();

    /** What the present unit was shown. */
    private record Row(int key, long version, int port) {}

    /**
     * @param own what the session may write
     * @param foreignKeys it may read the keys below this one
     */
    Trace(Register own, int foreignKeys, SplittableRandom random, Diversions diversions) {
        this.own = own;
        this.foreignKeys = foreignKeys;
        this.random = random;
        this.diversions = diversions;
    }

    int key() {
        return own.key();
    }

    int foreignKey() {
        return random.nextInt(foreignKeys);
    }

    Diversions diversions() {
        return diversions;
    }

    SplittableRandom random() {
        return random;
    }

    /** The version for a write that is about to be sent. */
    long next() {
        long version = own.next();
        pending.add(version);
        return version;
    }

    /** Takes rows of {@code k, ver, port, backend}. */
    void read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            delivered = true;
            shown(rows.getInt(1), rows.getLong(2), new Operation.Place(rows.getInt(3), rows.getInt(4)));
        }
    }

    void shown(int key, long version, Operation.Place place) {
        rows.add(new Row(key, version, place.port()));
        at(place);
    }

    /** Takes one row of {@code port, backend}. */
    void wrote(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("a write has hit no row");
        }
        at(rows.getInt(1), rows.getInt(2));
    }

    void at(int port, int backend) {
        at(new Operation.Place(port, backend));
    }

    private void at(Operation.Place place) {
        split |= transaction != null && !transaction.equals(place);
        transaction = place;
        places.remove(place);
        places.add(place);
    }

    /** From now on an error leaves it open whether what is pending was written. */
    void committing() {
        committing = true;
    }

    /** What was pending is written; the unit is over. */
    void acknowledged() {
        pending.forEach(version -> acknowledged.merge(own.key(), version, Math::max));
        boundary();
    }

    /** What was pending is not written; the unit is over. */
    void rolledBack() {
        pending.forEach(own::rolledBack);
        boundary();
    }

    /** A unit is over: a transaction, or a statement in autocommit. */
    void boundary() {
        long end = System.nanoTime();
        rows.forEach(row -> read.add(new Operation.Shown(row.key, row.version, row.port, unitStart, end)));
        rows.clear();
        unitStart = end;
        pending.clear();
        committing = false;
        transaction = null;
    }

    /** Rows were handed out: from now on an error cannot be mended by asking another node. */
    void delivered() {
        delivered = true;
    }

    /** Something came back that plain JDBC would not have given. */
    void odd(String what) {
        oddities.add(what);
    }

    /** Settles what was pending when {@code failure} came. */
    void failed(SQLException failure) {
        if (!committing || SqlStates.isRolledBack(failure)) {
            rolledBack();
        } else {
            boundary();
        }
    }

    boolean isSplit() {
        return split;
    }

    boolean isDelivered() {
        return delivered;
    }

    List<Operation.Place> places() {
        return List.copyOf(places);
    }

    List<Operation.Shown> read() {
        return List.copyOf(read);
    }

    Map<Integer, Long> acknowledgedVersions() {
        return Map.copyOf(acknowledged);
    }

    List<String> oddities() {
        return oddities;
    }
}
