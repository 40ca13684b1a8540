package dev.plimsoll.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URLs of a primary's replicas: the primary's own, with another host. */
public final class NodeUrls {
    /** What the configured primary of a URL is called. */
    public static final String PRIMARY = "primary";

    private static final Pattern HOSTS = Pattern.compile("(jdbc:[^/?;]*//)([^/?;]*)(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]+)(:\\d{1,5})?");
    private static final int HIGHEST_PORT = 65_535;

    private NodeUrls() {}

    /**
     * The URL of each node by its name: {@value #PRIMARY}, then each replica by its host and port.
     *
     * @param url the real driver's URL of the primary
     * @throws InvalidOptionException if the URL has no host to replace, or a replica is no host, or is named twice
     */
    public static Map<String, String> of(String url, List<String> replicas) {
        Matcher parts = HOSTS.matcher(url);
        if (!parts.matches() || parts.group(2).isEmpty()) {
            throw new InvalidOptionException("plimsoll.replicas needs a URL with a host, which "
                    + PlimsollUrl.shown(url) + " has not; write it as " + PlimsollUrl.PREFIX
                    + "postgresql://host/database?plimsoll.replicas=host1,host2");
        }
        String credentials = parts.group(2).contains("@")
                ? parts.group(2).substring(0, parts.group(2).lastIndexOf('@') + 1)
                : "";
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put(PRIMARY, url);
        for (String replica : replicas) {
            if (!isHost(replica)) {
                throw new InvalidOptionException("plimsoll.replicas names '" + replica + "', but must be "
                        + Option.REPLICAS.legal() + ", with ports from 1 to " + HIGHEST_PORT);
            }
            if (urls.put(replica, parts.group(1) + credentials + replica + parts.group(3)) != null) {
                throw new InvalidOptionException("plimsoll.replicas names '" + replica + "' twice");
            }
        }
        return urls;
    }

    private static boolean isHost(String text) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            return false;
        }
        int port = host.group(2) == null ? 1 : Integer.parseInt(host.group(2).substring(1));
        return port >= 1 && port <= HIGHEST_PORT;
    }
}
