package dev.plimsoll.postgres;

/**
 * The one query that a node is sampled with, whatever part it plays. Each function is called only in the part that allows it. Columns
 * are evaluated from left to right: the position before what says on which timeline it lies.
 */
final class SampleQuery {
    private SampleQuery() {}

    static String text() {
        return "select part.standby, " + standbyPosition() + ", " + standbyTimeline() + ", " + standbyState() + ", "
                + primaryPositions() + ", " + primaryTimeline()
                + " from (select pg_catalog.pg_is_in_recovery() as standby offset 0) as part";
    }

    /** What queries see there: not what was received, nor flushed. */
    private static String standbyPosition() {
        return "case when part.standby then pg_catalog.pg_last_wal_replay_lsn() end";
    }

    /**
     * That of the log it streams, which only those see who may read all statistics; everybody sees that of the last restart point,
     * which is late after a promotion.
     */
    private static String standbyTimeline() {
        return "case when part.standby then greatest("
                + "(select receiver.received_tli from pg_catalog.pg_stat_wal_receiver receiver), "
                + "(select recovery.min_recovery_end_timeline from pg_catalog.pg_control_recovery() recovery)) end";
    }

    /** Asked once more for the part, because the first question is an error when a promotion has just ended the recovery. */
    private static String standbyState() {
        return "case when part.standby and pg_catalog.pg_is_in_recovery()"
                + " then pg_catalog.pg_is_wal_replay_paused() else false end, "
                + "case when part.standby then (extract(epoch from"
                + " pg_catalog.clock_timestamp() - pg_catalog.pg_last_xact_replay_timestamp()) * 1000000)"
                + "::pg_catalog.int8 end";
    }

    /** How far it is flushed, and how far written to memory; what lies between is of commits that do not wait for the disk. */
    private static String primaryPositions() {
        return "case when not part.standby then pg_catalog.pg_current_wal_flush_lsn() end, "
                + "case when not part.standby then pg_catalog.pg_current_wal_insert_lsn() end";
    }

    /** In the name of the log's file; and how far this server had come when it was promoted. */
    private static String primaryTimeline() {
        return "case when not part.standby"
                + " then pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()) end, "
                + "case when not part.standby then pg_catalog.pg_last_wal_replay_lsn() end";
    }
}
