package dev.plimsoll.sql;

/** Reads texts of one dialect; keeps its buffers from text to text. For one thread at a time. */
final class TextReader {
    private final Dialect dialect;
    private final Outlines outlines;
    private final Normalizer normalizer;

    TextReader(Dialect dialect, Outlines outlines) {
        this.dialect = dialect;
        this.outlines = outlines;
        normalizer = new Normalizer(dialect);
    }

    SqlFacts read(String sql) {
        long fingerprint = normalizer.read(sql, null);
        Outline outline = outlines.find(fingerprint);
        if (outline == null) {
            outline = outline(sql, fingerprint);
            outlines.add(outline);
        }
        int schema = outline.schemaSite();
        String switchedSchema = schema < 0 ? null : SchemaSwitch.name(sql, schema, dialect);
        SettingSites sites = outline.setting();
        Setting setting = sites == null ? null : sites.read(sql, dialect);
        return new SqlFacts(outline, normalizer.values(), switchedSchema, setting);
    }

    /** Only a new fingerprint is worth writing its shape out and reading that. */
    private Outline outline(String sql, long fingerprint) {
        StringBuilder shape = new StringBuilder(Math.min(sql.length() + 16, 8_192));
        normalizer.read(sql, shape);
        String whole = shape.toString();
        OutlineReader reader = new OutlineReader(whole, fingerprint, dialect, outlines.demotions());
        boolean readsBack = new Normalizer(dialect).read(whole, null) == fingerprint;
        int sites = normalizer.values().nextSite();
        return readsBack && reader.siteCount() == sites ? reader.read() : reader.readNothing(sites);
    }
}
