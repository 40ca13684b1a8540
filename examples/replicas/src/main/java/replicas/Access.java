package replicas;

import java.sql.Connection;
import java.sql.SQLException;

/** How the shop comes by connections. */
interface Access {

    /** For a request that only reads. */
    Connection toRead(Customer customer) throws SQLException;

    /** For a request that writes. */
    Connection toWrite(Customer customer) throws SQLException;

    /** The number of the node, from 0, that has served what was last executed on this connection. */
    int servedBy(Connection connection) throws SQLException;
}
