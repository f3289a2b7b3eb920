internal import Foundation
internal import SaysoRecord
internal import SaysoText

/// A folder of output files, one or more an article.
///
/// File names come from the articles' ids: what is no letter, digit, point, hyphen or underscore becomes an underscore,
/// so that no id leads out of the folder; a hash keeps two ids apart that look alike then.
final class OutputFolder {
  let path: String
  private let force: Bool

  /// Makes the folder. One that holds anything needs `force`, which replaces files of the same names only.
  init(_ path: String, force: Bool) throws(OutputError) {
    self.path = path
    self.force = force
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw .cannotCreate(path: path, reason: "it is a file; name a folder") }
      let held = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      guard held.isEmpty || force else { throw .exists(path: path) }
      return
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: path, reason: "no folder can be made there: \(error.localizedDescription)")
    }
  }

  /// Opens a file of the folder.
  func open(_ name: String) throws(OutputError) -> OutputFile {
    try OutputFile("\(path)/\(name)", options: .init(force: force))
  }

  /// Writes a whole file.
  func write(_ bytes: [UInt8], to name: String) throws(OutputError) {
    let file = try open(name)
    try file.write(bytes)
    try file.finish()
  }

  /// A file name for an id, without an ending: `../etc/passwd` gives `etc_passwd-` and a hash.
  static func name(_ id: String) -> String {
    let stem = id.hasSuffix(".txt") ? id.dropLast(4) : id[...]
    let safe = stem.utf8.map { byte in
      let isPlain = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x2E || byte == 0x5F
      return isPlain ? byte : UInt8(ascii: "_")
    }
    let name = String(decoding: safe.drop { $0 == 0x2E || $0 == 0x5F }.suffix(100), as: UTF8.self)
    let isWhole = name == stem && !name.isEmpty
    return isWhole ? name : "\(name.isEmpty ? "article" : name)-\(String(FoldedHash.hash(id), radix: 16).prefix(8))"
  }
}
