package harbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.junit.ExpectFindings;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.ExpectStatements;
import dev.plimsoll.junit.StatementKind;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The extension on a real object mapper: a test's own, and what is said of the N+1 that it makes. */
class HibernateTest {

    @Entity(name = "Quay")
    static class Quay {
        @Id
        @GeneratedValue
        long id;

        @OneToMany(mappedBy = "quay")
        List<Crane> cranes = new ArrayList<>();
    }

    @Entity(name = "Crane")
    static class Crane {
        @Id
        @GeneratedValue
        long id;

        @ManyToOne
        Quay quay;
    }

    @ExpectNoFindings
    static class Quays {
        private static SessionFactory factory;
        private static Connection keepsDatabase;

        @BeforeAll
        static void open() throws SQLException {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:quays");
            keepsDatabase = h2.getConnection();
            Configuration configuration = new Configuration()
                    .addAnnotatedClass(Quay.class)
                    .addAnnotatedClass(Crane.class)
                    .setProperty("hibernate.hbm2ddl.auto", "create-drop");
            configuration
                    .getProperties()
                    .put(
                            JdbcSettings.JAKARTA_NON_JTA_DATASOURCE,
                            Plimsoll.builder(h2).profile(Profile.TEST).wrap());
            factory = configuration.buildSessionFactory();
            factory.inTransaction(session -> {
                for (int i = 0; i < 6; i++) {
                    Quay quay = new Quay();
                    session.persist(quay);
                    Crane crane = new Crane();
                    crane.quay = quay;
                    session.persist(crane);
                }
            });
        }

        @AfterAll
        static void close() throws SQLException {
            factory.close();
            try (Statement statement = keepsDatabase.createStatement();
                    var sessions = statement.executeQuery("select count(*) from information_schema.sessions")) {
                sessions.next();
                assertThat(sessions.getInt(1)).as("open connections").isEqualTo(1);
            }
            keepsDatabase.close();
        }

        private static int cranes(Session session, String query) {
            return session.createQuery(query, Quay.class).list().stream()
                    .mapToInt(quay -> quay.cranes.size())
                    .sum();
        }

        @Test
        @ExpectStatements(of = StatementKind.SELECT, exactly = 1)
        void broken() {
            int cranes = factory.fromTransaction(session -> cranes(session, "from Quay"));
            assertThat(cranes).isEqualTo(6);
        }

        @Test
        @ExpectStatements(exactly = 1)
        void mended() {
            factory.inTransaction(session -> cranes(session, "select q from Quay q left join fetch q.cranes"));
        }

        @Test
        @ExpectFindings(kind = "n-plus-one", exactly = 1)
        void known() {
            factory.inTransaction(session -> cranes(session, "from Quay"));
        }
    }

    @Test
    void theLazyLoadsOfATestAreCountedFoundAndPlaced() {
        Outcome outcome = Outcome.of(Quays.class);
        assertThat(outcome.with(SUCCESSFUL)).containsExactly("known()", "mended()");
        assertThat(outcome.all().containerEvents().failed().count()).isZero();
        assertThat(outcome.message("broken()"))
                .contains("Expected exactly 1 select, but 7 were executed")
                .contains("Expected no findings, but there is 1:")
                .contains("n-plus-one in \"Quays.broken\": 6 times")
                .contains("at harbour.HibernateTest$Quays.cranes(HibernateTest.java:L)");
    }
}
