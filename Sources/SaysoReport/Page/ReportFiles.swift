internal import Glibc
internal import SaysoRecord

/// The files of a report. The first is opened at once and put in place last; when that never happens, the other pages
/// that were written go as well.
final class ReportFiles {
  private let path: String
  private let force: Bool
  private let first: OutputFile
  private var made: [String] = []
  private var isWhole = false

  init(_ path: String, force: Bool) throws(OutputError) {
    self.path = path
    self.force = force
    first = try OutputFile(path, options: .init(force: force))
  }

  deinit {
    if !isWhole { for path in made { unlink(path) } }
  }

  /// The first page's file name without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Writes one of the pages behind the first.
  func write(_ bytes: [UInt8], page: Int) throws(OutputError) {
    let path = ReportLinks.name(page, path)
    let isNew = access(path, F_OK) != 0
    let file = try OutputFile(path, options: .init(force: force))
    try file.write(bytes)
    try file.finish()
    if isNew { made.append(path) }
  }

  /// Writes the first page, and with it ends the report.
  func finish(_ bytes: [UInt8]) throws(OutputError) {
    try first.write(bytes)
    try first.finish()
    isWhole = true
  }

  /// A page that an earlier and longer report has left; nil where there is none.
  func leftover(behind pages: Int) -> String? {
    let next = ReportLinks.name(pages + 1, path)
    return access(next, F_OK) == 0 ? next : nil
  }
}
