// Exports, tables and HTML reports.
