package depot;

import jakarta.servlet.annotation.WebServlet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Stamps every label, each in a commit of its own: nobody has switched autocommit off. */
@WebServlet("/stamps")
public final class Stamps extends Page {
    private static final long serialVersionUID = 1;
    private static final int CRATES = 20;

    @Override
    String shown(Connection connection) throws SQLException {
        int stamped = 0;
        try (PreparedStatement stamp =
                connection.prepareStatement("update label set stamps = stamps + 1 where crate_id = ?")) {
            for (int crate = 1; crate <= CRATES; crate++) {
                stamp.setInt(1, crate);
                stamped += stamp.executeUpdate();
            }
        }
        return stamped + " labels are stamped";
    }
}
