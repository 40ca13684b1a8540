package dev.plimsoll.config;

import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Thresholds;
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
 */
public record Options(
        boolean enabled,
        Thresholds thresholds,
        boolean vendorInterfaces,
        CallSiteOptions callSites,
        boolean logged,
        Optional<Path> json,
        List<Silence> silenced) {

    /** The prefix of every option in URLs, Properties, system properties and {@code plimsoll.properties}. */
    public static final String PREFIX = "plimsoll.";

    public Options {
        silenced = List.copyOf(silenced);
    }

    /**
     * Options of the given values, completed by system properties, then by {@code plimsoll.properties}, then by defaults.
     *
     * @param given values by key, without prefix
     * @throws InvalidOptionException if an option is unknown or has a value that is not legal
     */
    public static Options of(Map<String, String> given) {
        OptionReader read = new OptionReader(OptionSources.complete(given));
        Profile profile = read.profile();
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
                read.list(Option.SILENCE).stream().map(Silence::of).toList());
    }
}
