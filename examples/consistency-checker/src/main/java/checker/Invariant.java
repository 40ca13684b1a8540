package checker;

/** What must hold, whatever befalls the cluster. */
enum Invariant {
    I1("a read shows the reader's own acknowledged writes"),
    I2("reads never go back in time"),
    I3("writes run on the primary, a transaction on one backend of one node"),
    I4("acknowledged writes are kept, or their loss is suspected aloud"),
    I5("no error surfaces where another node could have answered"),
    I6("a commit in doubt is not reported as rolled back"),
    I7("when all is quiet, every session reads from replicas again"),
    I8("diverted reads leave the primary to the writes"),
    I9("no connection leaks"),
    I10("a commit takes no more round trips than without"),
    I11("results are those of the driver on the primary, no row twice"),
    I12("an eventual read is no older than the lag limit");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
