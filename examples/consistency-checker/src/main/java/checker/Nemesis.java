package checker;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Breaks and mends the cluster, one fault after the other. */
final class Nemesis implements Runnable {
    private static final int BREATH_MILLIS = 300;
    /** Sessions have a past when the first fault comes. */
    private static final int BEFORE_MILLIS = 2_500;

    private final Field field;
    private final Supplier<Strike> schedule;
    private final BooleanSupplier goesOn;

    Nemesis(Scene scene, BooleanSupplier goesOn) {
        this.field = new Field(scene);
        this.schedule =
                Strike.schedule(scene.settings().faults(), scene.settings().seed());
        this.goesOn = goesOn;
    }

    @Override
    public void run() {
        Pause.millis(BEFORE_MILLIS);
        while (goesOn.getAsBoolean()) {
            Strike strike = schedule.get();
            field.log(strike.toString());
            try {
                strike.fault().befall(field, strike);
            } catch (SQLException e) {
                field.log(strike.fault().option() + " did not come about: " + e.getMessage());
            }
            forsaken();
            Pause.millis(BREATH_MILLIS);
        }
    }

    /** Ends transactions whose owner died between their two phases: they hold locks. */
    private void forsaken() {
        String sql = "select string_agg(gid, ' ') from pg_prepared_xacts where prepared < now() - interval '1 s'";
        try {
            String names = field.primary().query(sql);
            for (String name : names == null ? new String[0] : names.split(" ")) {
                field.primary().execute("rollback prepared '" + name + "'");
            }
        } catch (SQLException e) {
            field.log("prepared transactions: " + e.getMessage());
        }
    }
}
