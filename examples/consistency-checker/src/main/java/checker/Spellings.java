package checker;

import dev.plimsoll.route.ReadLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are written. */
final class Spellings {
    private Spellings() {}

    static final class Level implements ITypeConverter<ReadLevel> {
        @Override
        public ReadLevel convert(String text) {
            return Stream.of(ReadLevel.values())
                    .filter(level -> level.key().equals(text))
                    .findAny()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                            + Stream.of(ReadLevel.values()).map(ReadLevel::key).collect(Collectors.joining(", "))));
        }
    }

    /** A list in a record, so that it is taken for one value. */
    record Lags(List<Duration> each) {}

    static final class LagsOf implements ITypeConverter<Lags> {
        @Override
        public Lags convert(String text) {
            if (text.equals("none")) {
                return new Lags(List.of());
            }
            List<Duration> lags = new ArrayList<>();
            for (String lag : text.split("/", -1)) {
                if (!lag.matches("\\d{1,6}")) {
                    throw new TypeConversionException("'" + text + "' is neither none nor milliseconds such as 10/150");
                }
                lags.add(Duration.ofMillis(Long.parseLong(lag)));
            }
            if (lags.size() > 2) {
                throw new TypeConversionException("'" + text + "' names more than the two standbys there are");
            }
            return new Lags(lags);
        }
    }

    record Faults(List<Fault> each) {}

    static final class FaultsOf implements ITypeConverter<Faults>, Iterable<String> {
        @Override
        public Faults convert(String text) {
            return switch (text) {
                case "all" -> new Faults(List.of(Fault.values()));
                case "none" -> new Faults(List.of());
                default ->
                    new Faults(
                            Stream.of(text.split(",", -1)).map(FaultsOf::fault).toList());
            };
        }

        private static Fault fault(String name) {
            return Stream.of(Fault.values())
                    .filter(fault -> fault.option().equals(name))
                    .findAny()
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' is no fault; see --help"));
        }

        /** For the help. */
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Fault.values()).map(Fault::option).iterator();
        }
    }
}
