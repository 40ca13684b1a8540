package trial;

import static org.awaitility.Awaitility.await;

import attach.Agent;
import attach.Program;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A finding, as far as it is the same in every run.
 *
 * @param method the one whose statements they were, with its class
 */
record Found(String kind, String method) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Has the agent report until these are among the findings; returns all. */
    static List<Found> awaited(Agent agent, Program program, Collection<Found> wanted) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> in(agent.findings(program)), found -> found.containsAll(wanted));
    }

    /** Those of a report, line by line. */
    static List<Found> in(List<String> report) throws IOException {
        List<Found> found = new ArrayList<>();
        for (String line : report) {
            for (JsonNode logged : JSON.readTree(line).path("findings")) {
                JsonNode finding = logged.get("finding");
                String callSite = finding.get("callSite").asText();
                found.add(new Found(finding.get("kind").asText(), callSite.replaceAll("\\(.*", "")));
            }
        }
        return found.stream().distinct().toList();
    }
}
