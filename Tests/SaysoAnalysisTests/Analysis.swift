// Tests of joining, timelines and audits.
