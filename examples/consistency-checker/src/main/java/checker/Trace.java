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
    private final Map<Integer, Long> read = new HashMap<>();
    private final Map<Integer, Long> acknowledged = new HashMap<>();
    private final List<Long> pending = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();
    private Operation.@Nullable Place transaction;
    private boolean split;
    private boolean committing;
    private boolean delivered;

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
            long version = rows.getLong(2);
            Long before = read.merge(rows.getInt(1), version, Math::min);
            if (before < version) {
                read.put(rows.getInt(1), before);
            }
            at(rows.getInt(3), rows.getInt(4));
        }
    }

    /** Takes one row of {@code port, backend}. */
    void wrote(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("a write has hit no row");
        }
        at(rows.getInt(1), rows.getInt(2));
    }

    void at(int port, int backend) {
        Operation.Place place = new Operation.Place(port, backend);
        split |= transaction != null && !transaction.equals(place);
        transaction = place;
        if (!places.contains(place)) {
            places.add(place);
        }
    }

    /** From now on an error leaves it open whether what is pending was written. */
    void committing() {
        committing = true;
    }

    /** What was pending is written; the transaction is over. */
    void acknowledged() {
        pending.forEach(version -> acknowledged.merge(own.key(), version, Math::max));
        boundary();
    }

    /** What was pending is not written; the transaction is over. */
    void rolledBack() {
        pending.forEach(own::rolledBack);
        boundary();
    }

    /** A transaction is over. */
    void boundary() {
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

    Map<Integer, Long> read() {
        return Map.copyOf(read);
    }

    Map<Integer, Long> acknowledgedVersions() {
        return Map.copyOf(acknowledged);
    }

    List<String> oddities() {
        return oddities;
    }
}
