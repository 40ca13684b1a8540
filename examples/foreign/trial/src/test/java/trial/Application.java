package trial;

import attach.Program;
import java.io.IOException;
import java.util.List;

/** A server that knows nothing of Plimsoll. */
interface Application {

    Program start() throws IOException;

    /** Waits until it is open. Returns its port. */
    int port(Program program);

    /** Requests whose answers are the same whoever asks them how often. */
    List<String> steady();

    /** Requests that change what is in the database, and so are made once. */
    List<String> once();
}
