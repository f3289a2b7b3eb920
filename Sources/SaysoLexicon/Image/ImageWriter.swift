import SaysoText

/// Puts the sections of a compiled file behind a header with their checksum.
enum ImageWriter {
  /// The file's bytes. Each section begins at a multiple of 16; 16 bytes of padding follow the last.
  static func assemble(_ sections: [[UInt8]], _ format: ImageFormat, contentHash: UInt64) -> [UInt8] {
    var offsets: [Int] = []
    var size = format.headerSize
    for section in sections {
      size = (size + 15) / 16 * 16
      offsets.append(size)
      size += section.count
    }
    size += 16
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let image = UnsafeMutableRawBufferPointer(buffer)
      image.initializeMemory(as: UInt8.self, repeating: 0)
      image.storeBytes(of: format.magic, as: UInt64.self)
      image.storeBytes(of: format.version, toByteOffset: 8, as: UInt32.self)
      image.storeBytes(of: UInt32(sections.count), toByteOffset: 12, as: UInt32.self)
      image.storeBytes(of: contentHash, toByteOffset: 24, as: UInt64.self)
      for (index, section) in sections.enumerated() {
        let at = ImageFormat.fixedHeader + index * 16
        image.storeBytes(of: UInt64(offsets[index]), toByteOffset: at, as: UInt64.self)
        image.storeBytes(of: UInt64(section.count), toByteOffset: at + 8, as: UInt64.self)
        UnsafeMutableRawBufferPointer(rebasing: image[offsets[index]...]).copyBytes(from: section)
      }
      let sum = checksum(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(image)[24...]))
      image.storeBytes(of: sum, toByteOffset: 16, as: UInt64.self)
      count = size
    }
  }

  /// One pass over the bytes with four lanes, eight bytes each. O(n).
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var index = 0
    while index &+ 32 <= bytes.count {
      lanes.0 = step(lanes.0, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      lanes.1 = step(lanes.1, bytes.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self))
      lanes.2 = step(lanes.2, bytes.loadUnaligned(fromByteOffset: index &+ 16, as: UInt64.self))
      lanes.3 = step(lanes.3, bytes.loadUnaligned(fromByteOffset: index &+ 24, as: UInt64.self))
      index &+= 32
    }
    while index < bytes.count {
      lanes.0 = step(lanes.0, UInt64(bytes[index]))
      index += 1
    }
    let folded = step(step(step(lanes.0, lanes.1), lanes.2), lanes.3)
    return FoldedHash.mix(folded ^ UInt64(bytes.count))
  }

  @inline(__always)
  private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  static func bytes<Value: BitwiseCopyable>(_ values: [Value]) -> [UInt8] {
    values.withUnsafeBytes { Array($0) }
  }
}
