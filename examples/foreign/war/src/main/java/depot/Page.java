package depot;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A page that one connection is enough for. */
abstract class Page extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try (Connection connection = Depot.pool(getServletContext()).getConnection()) {
            response.getWriter().print(shown(connection));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    abstract String shown(Connection connection) throws SQLException;
}
