/// Which way an expression without a direction of its own looks.
enum Tense: UInt8, Sendable { case unknown, past, present, future }
