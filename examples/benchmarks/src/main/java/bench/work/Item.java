package bench.work;

/** The table that the workloads read and write: {@code item (id bigint, name text, quantity int)}. */
final class Item {
    static final String SELECT_ALL = "select id, name, quantity from item";
    static final String SELECT_ONE = "select id, name, quantity from item where id = ";

    private static final long ROWS = 1_000;

    private long id;

    /** Ids from 1 on, and again from 1 after the last. */
    long nextId() {
        id = id == ROWS ? 1 : id + 1;
        return id;
    }
}
