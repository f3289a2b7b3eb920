// Measures the door between the halves, in MB/s of JSON on one core: `swift run -c release record ANNOTATIONS.jsonl`.
import Glibc
import SaysoRecord

/// The best of several rounds, in MB/s of processor time, which a busy machine disturbs least.
func measure(_ name: String, bytes: Int, _ body: () -> Int) {
  var best = Double.infinity
  var check = 0
  for _ in 0..<7 {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
    check &+= body()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
    best = min(best, Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9)
  }
  let rate = Int(Double(bytes) / best / 1e6)
  print("\(name)\t\(rate) MB/s\t(\(check % 1000))")
}

func contents(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 20)
  while case let got = fread(&chunk, 1, chunk.count, file), got > 0 { bytes += chunk[..<got] }
  return bytes
}

let path = CommandLine.arguments.dropFirst().first ?? "annotations.jsonl"
let lines = contents(path).split(separator: 0x0A).map(Array.init)
let size = lines.reduce(0) { $0 + $1.count }
print("\(lines.count) lines, \(size) bytes")

var records: [AnnotationRecord] = []
for line in lines {
  do throws(RecordError) { records.append(try AnnotationReader().read(line)) } catch { print("\(error)") }
}

let texts = records.compactMap { $0.text.map { Array($0.utf8) } }
let textSize = texts.reduce(0) { $0 + $1.count }
var json = JSONByteWriter(capacity: 1 << 24)

measure("write text", bytes: textSize) {
  json.removeAll()
  for text in texts { json.string(text) }
  return json.count
}
measure("write records", bytes: size) {
  json.removeAll()
  for record in records { record.writeLine(to: &json) }
  return json.count
}
measure("skip", bytes: size) {
  lines.reduce(0) { sum, line in
    line.withUnsafeBufferPointer { line in
      var scanner = JSONScanner(line)
      try? scanner.skipValue()
      return sum &+ scanner.offset
    }
  }
}
let keys = JSONObjectKeys(["id", "text", "language", "title", "url"])
measure("pull keys", bytes: size) {
  lines.reduce(0) { sum, line in
    sum &+ line.withUnsafeBufferPointer { (try? keys.read($0))?.values.count ?? 0 }
  }
}
for (name, parts) in [
  ("read all", AnnotationReader.Parts.all), ("read but tokens", .all.subtracting(.tokens)),
  ("read mentions, entities, claims", [.mentions, .entities, .claims]), ("read claims", .claims),
] {
  let reader = AnnotationReader(parts: parts)
  measure(name, bytes: size) {
    lines.reduce(0) { sum, line in sum &+ ((try? reader.read(line))?.claims.count ?? 0) }
  }
}
