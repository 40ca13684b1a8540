package depot;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

/** Opens the pool with the web application and closes it with it. The database holds the same twenty crates every time. */
@WebListener
public final class Depot implements ServletContextListener {
    private static final String POOL = "pool";
    private static final int CRATES = 20;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        BasicDataSource pool = new BasicDataSource();
        pool.setDriverClassName("org.h2.Driver");
        pool.setUrl("jdbc:h2:mem:depot;DB_CLOSE_DELAY=-1");
        started.getServletContext().setAttribute(POOL, pool);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table crate (id int primary key, place varchar(20))");
            statement.execute("create table label (crate_id int primary key, text varchar(40), stamps int)");
            statement.execute("insert into crate select x, 'shelf ' || x from system_range(1, " + CRATES + ")");
            statement.execute("insert into label select id, 'crate on ' || place, 0 from crate");
        } catch (SQLException e) {
            throw new IllegalStateException("The depot has no database", e);
        }
    }

    static DataSource pool(ServletContext context) {
        return (DataSource) context.getAttribute(POOL);
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopped) {
        try {
            ((BasicDataSource) stopped.getServletContext().getAttribute(POOL)).close();
        } catch (SQLException e) {
            stopped.getServletContext().log("The pool did not close", e);
        }
    }
}
