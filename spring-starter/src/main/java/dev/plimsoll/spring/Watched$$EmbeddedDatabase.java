package dev.plimsoll.spring;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

/** As {@link Watched$$DataSource}, for an embedded database, which some ask for by its type. */
final class Watched$$EmbeddedDatabase extends Watched$$DataSource implements EmbeddedDatabase {
    private final EmbeddedDatabase database;

    Watched$$EmbeddedDatabase(EmbeddedDatabase database, DataSource watched) {
        super(database, watched);
        this.database = database;
    }

    @Override
    public void shutdown() {
        database.shutdown();
    }
}
