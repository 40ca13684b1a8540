package dev.plimsoll.scenario;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How what was found in a row compares with what it owes.
 *
 * @param owed findings that the row owes
 * @param found those of them that were found
 * @param made findings made that count: of warnings all, of information only what is owed
 * @param complaints what is wrong; empty if the row is right
 */
record Verdict(int owed, int found, int made, List<String> complaints) {

    static Verdict of(Row row, List<Finding> findings) {
        List<Finding> left = new ArrayList<>(findings);
        List<String> complaints = new ArrayList<>();
        int owed = 0;
        int found = 0;
        for (Owes owes : row.owed()) {
            owed += owes.times();
            int taken = take(owes, left);
            found += taken;
            if (taken < owes.times()) {
                complaints.add("owed but not found: " + owes);
            }
        }
        List<Finding> warnings = left.stream().filter(Verdict::warns).toList();
        warnings.forEach(finding -> complaints.add("not owed: " + finding));
        if (row.owed().isEmpty() && !row.scenario().hintsAllowed()) {
            hints(left).forEach(finding -> complaints.add("not owed: " + finding));
        }
        if (found < owed) {
            hints(left).forEach(finding -> complaints.add("found instead: " + finding));
        }
        return new Verdict(owed, found, found + warnings.size(), complaints);
    }

    private static int take(Owes owes, List<Finding> left) {
        int taken = 0;
        for (Finding finding : List.copyOf(left)) {
            if (taken < owes.times() && answers(finding, owes)) {
                left.remove(finding);
                taken++;
            }
        }
        return taken;
    }

    private static boolean answers(Finding finding, Owes owes) {
        boolean severe = owes.severity() == Severity.INFO
                ? finding.severity() == Severity.INFO
                : finding.severity().compareTo(owes.severity()) >= 0;
        return severe
                && (owes.value().isEmpty() || finding.kind().equals(owes.value()))
                && finding.confidence().compareTo(owes.confidence()) >= 0
                && (owes.count() < 0 || finding.count() == owes.count())
                && Stream.of(owes.mentions()).allMatch(finding.toString()::contains);
    }

    private static Stream<Finding> hints(List<Finding> findings) {
        return findings.stream().filter(finding -> !warns(finding));
    }

    private static boolean warns(Finding finding) {
        return finding.severity().compareTo(Severity.WARNING) >= 0;
    }
}
