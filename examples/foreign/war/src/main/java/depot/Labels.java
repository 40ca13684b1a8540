package depot;

import jakarta.servlet.annotation.WebServlet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The crates with their labels: one query for the crates, and one more for the label of each. */
@WebServlet("/labels")
public final class Labels extends Page {
    private static final long serialVersionUID = 1;

    @Override
    String shown(Connection connection) throws SQLException {
        StringBuilder page = new StringBuilder();
        try (PreparedStatement crates = connection.prepareStatement("select id, place from crate order by id");
                ResultSet crate = crates.executeQuery()) {
            while (crate.next()) {
                page.append(crate.getString("place"))
                        .append(": ")
                        .append(label(connection, crate.getInt("id")))
                        .append('\n');
            }
        }
        return page.toString();
    }

    private static String label(Connection connection, int crate) throws SQLException {
        try (PreparedStatement labels = connection.prepareStatement("select text from label where crate_id = ?")) {
            labels.setInt(1, crate);
            try (ResultSet label = labels.executeQuery()) {
                return label.next() ? label.getString(1) : "none";
            }
        }
    }
}
