import SaysoText
import Testing

@testable import SaysoPipeline

@Suite struct HashIndexTests {
  @Test func keepsTheLastNumberOfEachKeyWhileItGrows() {
    var index = HashIndex()
    for key in 0..<5_000 { index.set(FoldedHash.mix(UInt64(key)), to: key) }
    for key in stride(from: 0, to: 5_000, by: 3) { index.set(FoldedHash.mix(UInt64(key)), to: -key) }
    let wrong = (0..<5_000).filter { index[FoldedHash.mix(UInt64($0))] != ($0 % 3 == 0 ? -$0 : $0) }
    #expect(wrong == [])
    #expect(index[FoldedHash.mix(5_001)] == nil)
  }

  @Test func keysThatShareAPlaceStayApart() {
    var index = HashIndex()
    for key in 0..<100 { index.set(UInt64(key) << 32, to: key) }
    #expect((0..<100).allSatisfy { index[UInt64($0) << 32] == $0 })
  }

  @Test func forgetsEverything() {
    var index = HashIndex()
    index.set(7, to: 1)
    index.removeAll()
    #expect(index[7] == nil)
    index.set(7, to: 2)
    #expect(index[7] == 2)
  }
}
