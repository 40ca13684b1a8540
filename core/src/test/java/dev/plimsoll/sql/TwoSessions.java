package dev.plimsoll.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A session of the application on the standby and one on the primary, in which texts are executed one after the other. */
final class TwoSessions implements AutoCloseable {
    private final Connection standby;
    private final Connection primary;
    private final String idle;

    TwoSessions(StandbyStage stage) throws SQLException {
        standby = stage.standby();
        primary = stage.primary();
        idle = StandbyStage.traces(standby);
    }

    /** What speaks against its being a read. If anything does, the sessions are fit for no other text. */
    List<String> complaints(Fixture.Case one) throws SQLException {
        List<String> complaints = new ArrayList<>();
        try {
            standby.setAutoCommit(false);
            String before = StandbyStage.traces(standby);
            String answer = StandbyStage.answer(standby, one.facts(), one.text());
            boolean traces = !StandbyStage.traces(standby).equals(before);
            standby.commit();
            standby.setAutoCommit(true);
            if (traces || !StandbyStage.traces(standby).equals(idle)) {
                complaints.add("leaves something behind: " + one.name());
            }
            boolean varies = one.fixture().expectations().equals(List.of("= varying"));
            if (!varies && !Objects.equals(answer, StandbyStage.answer(primary, one.facts(), one.text()))) {
                complaints.add("has another answer on the primary: " + one.name());
            }
        } catch (SQLException e) {
            complaints.add(e.getSQLState() + " " + e.getMessage() + ": " + one.name());
        }
        return complaints;
    }

    @Override
    public void close() throws SQLException {
        standby.close();
        primary.close();
    }
}
