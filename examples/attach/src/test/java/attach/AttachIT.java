package attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttachIT {
    private final Agent agent = Agent.built();

    @Test
    void whatIsWrongWithTheProgramIsFoundAndWhatItPrintsStaysTheSame() throws Exception {
        Listener listener = new Listener(agent);

        List<String> unwatched = OpeningHours.of(Watcher.NOBODY);
        List<String> watched = OpeningHours.of(listener);

        assertThat(watched).isEqualTo(unwatched);
        assertThat(listener.findings())
                .extracting(
                        finding -> finding.get("kind").asText(),
                        finding -> finding.get("unit").asText(),
                        finding -> finding.get("callSite").asText().replaceAll("\\(.*", ""),
                        finding -> finding.get("count").asLong())
                .containsExactlyInAnyOrder(
                        tuple("n-plus-one", "GET /overdue", "lending.Desk.overdue", 12L),
                        tuple("commit-per-save", "GET /renew", "lending.Desk.renew", 12L));
        assertThat(listener.text)
                .anyMatch(line -> line.contains("n-plus-one"))
                .anyMatch(line -> line.contains("GET /overdue"));
    }

    /** Attaches, has the findings told both ways, and detaches. */
    private static final class Listener implements Watcher {
        private final Agent agent;
        private List<String> json = List.of();
        private List<String> text = List.of();

        Listener(Agent agent) {
            this.agent = agent;
        }

        @Override
        public void begin(Program program) throws IOException, InterruptedException {
            agent.attach(program);
        }

        @Override
        public void end(Program program) throws IOException, InterruptedException {
            json = agent.findings(program);
            text = agent.report(program);
            agent.detach(program);
        }

        List<JsonNode> findings() throws IOException {
            List<JsonNode> findings = new ArrayList<>();
            for (String line : json) {
                new ObjectMapper()
                        .readTree(line)
                        .path("findings")
                        .forEach(logged -> findings.add(logged.get("finding")));
            }
            return findings;
        }
    }
}
