package dev.plimsoll.report;

import dev.plimsoll.finding.Finding;
import java.util.List;
import java.util.function.Function;

/** A file of findings for programs, put together of one entry for each finding. */
public sealed interface FindingDocument permits Sarif, JUnitXml {

    /**
     * The entry of a finding.
     *
     * @param files finds the path of a file from the root of the repository
     * @param accepted whether a baseline accepts it
     */
    Entry entry(Finding finding, Function<SourcePlace, String> files, boolean accepted);

    /** The whole file. */
    String of(List<Entry> entries);

    /**
     * What a document says of one finding.
     *
     * @param id of the finding
     * @param kind of the finding
     * @param documentation address of the page on the kind
     * @param text in the format of the document, without tabs and line breaks
     */
    record Entry(String id, String kind, String documentation, String text) {}
}
