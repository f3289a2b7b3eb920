import SaysoRead
import Testing

@Suite struct ByteSizeTests {
  @Test(arguments: [("500", 500), ("500k", 512_000), ("32M", 32 << 20), ("1G", 1 << 30)])
  func sizesAreRead(text: String, bytes: Int) {
    #expect(ByteSize.read(text) == bytes)
  }

  @Test(arguments: ["", "0", "-1", "M", "2G", "3T", "99999999999999999999", "9223372036854775807G"])
  func whatIsNoSizeIsNone(text: String) {
    #expect(ByteSize.read(text) == nil)
  }
}
