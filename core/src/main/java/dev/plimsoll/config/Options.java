package dev.plimsoll.config;

import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Thresholds;
import dev.plimsoll.route.RouteOptions;
import dev.plimsoll.work.CallSiteOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All options of one watched data source, checked.
 *
 * @param enabled whether anything is watched
 * @param thresholds the profile's thresholds, with those overruled that were given
 * @param vendorInterfaces whether what is handed out can be cast to the driver's own interfaces
 * @param callSites what counts as the application's code
 * @param logged whether findings are logged
 * @param json the file for findings as JSON lines
 * @param silenced what is not reported
 * @param replicas the replicas of a URL, each as host or host:port
 * @param nodeConnections the most connections to each node of a URL with replicas
 * @param fallback how many reads at a time may be on the primary because no replica is fit
 * @param routing how reads are routed, once there are replicas; its {@code fallback} is a default until the primary's pool is known
 */
public record Options(
        boolean enabled,
        Thresholds thresholds,
        boolean vendorInterfaces,
        CallSiteOptions callSites,
        boolean logged,
        Optional<Path> json,
        List<Silence> silenced,
        List<String> replicas,
        int nodeConnections,
        Share fallback,
        RouteOptions routing) {

    /** The prefix of every option in URLs, Properties, system properties and {@code plimsoll.properties}. */
    public static final String PREFIX = "plimsoll.";

    public Options {
        silenced = List.copyOf(silenced);
        replicas = List.copyOf(replicas);
    }

    /**
     * Options of the given values, completed by system properties, then by {@code plimsoll.properties}, then by defaults.
     *
     * @param given values by key, without prefix
     * @throws InvalidOptionException if an option is unknown or has a value that is not legal
     */
    public static Options of(Map<String, String> given) {
        return read(OptionSources.complete(given));
    }

    /**
     * As {@link #of}, but system properties are not looked at: for a framework whose own configuration has looked there, and has keys of
     * its own with this prefix.
     */
    public static Options withoutSystemProperties(Map<String, String> given) {
        return read(OptionSources.completeFromFile(given));
    }

    private static Options read(Map<String, String> values) {
        OptionReader read = new OptionReader(values);
        Profile profile = read.profile();
        RouteOptionReader routing = new RouteOptionReader(read);
        Share fallback = routing.fallback();
        return new Options(
                read.flag(Option.ENABLED, true),
                read.thresholds(profile),
                read.flag(Option.VENDOR_INTERFACES, false),
                new CallSiteOptions(
                        read.list(Option.APPLICATION_PACKAGES),
                        read.list(Option.LIBRARY_PACKAGES),
                        read.callSitesOfFirstExecutions(profile)),
                read.flag(Option.REPORT_LOG, true),
                read.file(Option.REPORT_JSON),
                read.list(Option.SILENCE).stream().map(Silence::of).toList(),
                read.list(Option.REPLICAS),
                read.whole(Option.NODE_CONNECTIONS, 2),
                fallback,
                routing.options(fallback.of(1)));
    }
}
