// Tests of exports, tables and reports.
