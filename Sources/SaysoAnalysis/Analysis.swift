// Joining across articles, timelines and audits.
