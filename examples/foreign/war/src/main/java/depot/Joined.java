package depot;

import jakarta.servlet.annotation.WebServlet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The crates with their labels by one query. */
@WebServlet("/joined")
public final class Joined extends Page {
    private static final long serialVersionUID = 1;

    @Override
    String shown(Connection connection) throws SQLException {
        StringBuilder page = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet crate = statement.executeQuery(
                        "select place, text from crate join label on crate_id = id order by id")) {
            while (crate.next()) {
                page.append(crate.getString(1))
                        .append(": ")
                        .append(crate.getString(2))
                        .append('\n');
            }
        }
        return page.toString();
    }
}
