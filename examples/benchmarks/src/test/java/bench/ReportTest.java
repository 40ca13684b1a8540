package bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void tableShowsWhatIsAddedToTheDriverAndTheGoal() {
        Report report = new Report();
        report.add(new Figure(Driver.NOOP, Subject.RAW, Workload.W2, 14.2, 40));
        report.add(new Figure(Driver.NOOP, Subject.PLIMSOLL, Workload.W2, 1_098.4, 80));

        assertThat(report.table(Driver.NOOP).lines().map(String::strip).toList())
                .startsWith(
                        "CPU nanoseconds / bytes of one run, driver noop",
                        "W2",
                        "raw                  14 / 40",
                        "added by",
                        "plimsoll          1,084 / 40",
                        "goal                100 / 48");
    }
}
