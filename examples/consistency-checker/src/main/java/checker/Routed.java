package checker;

import java.util.Map;

/** Makes the library's data source over the pools. */
final class Routed {
    private Routed() {}

    static Subject over(Pools pools, Map<String, String> options) {
        return Plain.primary(pools);
    }
}
