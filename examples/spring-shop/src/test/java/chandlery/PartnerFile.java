package chandlery;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a partner's shop sends. */
final class PartnerFile {
    private static final int CUSTOMER = 1200;

    private PartnerFile() {}

    /** So many orders of one customer who has hardly any others. */
    static String of(int orders) {
        return IntStream.rangeClosed(1, orders)
                .mapToObj(product -> CUSTOMER + ";" + product + ";Thing " + product + ";2;450")
                .collect(Collectors.joining("\n"));
    }
}
