package bench;

import bench.jdbc.NoopDataSource;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What the subjects wrap. */
@SuppressWarnings("ImmutableEnumChecker") // a function without state is immutable
public enum Driver {
    NOOP(NoopDataSource::create);

    private final Supplier<DataSource> opened;

    Driver(Supplier<DataSource> opened) {
        this.opened = opened;
    }

    DataSource open() {
        return opened.get();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
