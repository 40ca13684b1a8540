package dev.plimsoll.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** The labels of a result's columns, by which applications read them. */
final class ColumnLabels {
    private ColumnLabels() {}

    /** In order; none if the driver does not say, so that it is not asked again. */
    static String[] of(ResultSet rows) {
        try {
            ResultSetMetaData columns = rows.getMetaData();
            String[] labels = new String[columns.getColumnCount()];
            for (int i = 0; i < labels.length; i++) {
                String label = columns.getColumnLabel(i + 1);
                labels[i] = label == null ? "" : label;
            }
            return labels;
        } catch (SQLException | RuntimeException | LinkageError e) {
            return new String[0];
        }
    }

    /** The number of the first column with a label, which JDBC compares without case; 0 if there is none. */
    static int number(String[] labels, String label) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equalsIgnoreCase(label)) {
                return i + 1;
            }
        }
        return 0;
    }
}
