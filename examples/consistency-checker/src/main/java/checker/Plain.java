package checker;

import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source as it is, without the library. */
record Plain(DataSource dataSource, boolean routes) implements Subject {

    static Subject primary(Pools pools) {
        return new Plain(pools.primary(), false);
    }

    @Override
    public String decision(Connection connection) {
        return "undecided";
    }

    @Override
    public @Nullable String token() {
        return null;
    }

    @Override
    public void accept(String token) {
        throw new UnsupportedOperationException("there are no tokens");
    }

    @Override
    public int freePlaces() {
        return 0;
    }

    @Override
    public String summary() {
        return "no routing";
    }

    @Override
    public long suspectedLosses() {
        return 0;
    }

    @Override
    public void close() {
        // The pools are closed by whoever made them.
    }
}
