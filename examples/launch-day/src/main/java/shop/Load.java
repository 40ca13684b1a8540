package shop;

/**
 * What a unit of work asked of the database.
 *
 * @param statements executions; a batch is one
 * @param rows rows read
 * @param commits transactions that were ended
 */
record Load(long statements, long rows, long commits) {
    static final Load NONE = new Load(0, 0, 0);
}
