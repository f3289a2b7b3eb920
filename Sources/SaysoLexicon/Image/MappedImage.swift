import Glibc

/// What kind of compiled file an image is.
struct ImageFormat {
  /// The first eight bytes.
  var magic: UInt64
  var version: UInt32
  var sections: Int

  /// Bytes before the directory of sections: magic 8 | version 4 | sections 4 | checksum 8 | content hash 8.
  static let fixedHeader = 32

  var headerSize: Int { ImageFormat.fixedHeader + sections * 16 }
}

/// A compiled file, memory-mapped or in memory: a header, then sections at multiples of 16 bytes, native byte order.
///
/// The checksum covers everything behind the header's first 24 bytes, so a truncated or altered file is never used. A
/// mapped file that has been verified is remembered by what the system knows of it (`VerifiedFiles`): any write to it
/// has it verified again. Immutable and safe to share between threads.
final class MappedImage: @unchecked Sendable {
  let base: UnsafeRawPointer
  let size: Int
  /// What the file was compiled from, as a hash.
  let contentHash: UInt64
  private let isMapped: Bool
  private let sections: [Range<Int>]

  /// Opens an image that is in memory (it is copied once).
  convenience init(_ image: [UInt8], _ format: ImageFormat, path: String = "(memory)") throws(LexiconError) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(16, image.count), alignment: 16)
    image.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
    try self.init(UnsafeRawBufferPointer(start: copy, count: image.count), false, format, path, isVerified: false)
  }

  /// Maps a compiled file. Throws `badImage` where it is of another version, truncated or altered.
  convenience init(mapping path: String, _ format: ImageFormat) throws(LexiconError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .io(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .io(path: path, reason: String(cString: strerror(errno))) }
    let size = Int(status.st_size)
    guard size >= format.headerSize else { throw .badImage(path: path, reason: "truncated") }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      throw .io(path: path, reason: String(cString: strerror(errno)))
    }
    let isVerified = VerifiedFiles.holds(status)
    try self.init(UnsafeRawBufferPointer(start: memory, count: size), true, format, path, isVerified: isVerified)
    if !isVerified { VerifiedFiles.remember(status) }
  }

  private init(
    _ image: UnsafeRawBufferPointer, _ isMapped: Bool, _ format: ImageFormat, _ path: String, isVerified: Bool
  ) throws(LexiconError) {
    guard let base = image.baseAddress else { throw .badImage(path: path, reason: "truncated") }
    self.base = base
    self.isMapped = isMapped
    size = image.count
    if let reason = MappedImage.fault(image, format, isVerified: isVerified) {
      MappedImage.release(base, image.count, isMapped)
      throw .badImage(path: path, reason: reason)
    }
    contentHash = image.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    sections = (0..<format.sections).map { MappedImage.range(of: $0, in: image) ?? 0..<0 }
  }

  deinit { MappedImage.release(base, size, isMapped) }

  private static func release(_ base: UnsafeRawPointer, _ size: Int, _ isMapped: Bool) {
    if isMapped { munmap(UnsafeMutableRawPointer(mutating: base), size) } else { base.deallocate() }
  }

  /// The values of a section. Memory stays valid as long as the image lives.
  func values<T: BitwiseCopyable>(_ section: Int, _: T.Type) -> UnsafeBufferPointer<T> {
    let range = sections[section]
    return UnsafeBufferPointer(
      start: (base + range.lowerBound).assumingMemoryBound(to: T.self), count: range.count / MemoryLayout<T>.stride)
  }

  // MARK: Checking

  /// Why an image can't be used, nil where it can.
  private static func fault(_ image: UnsafeRawBufferPointer, _ format: ImageFormat, isVerified: Bool) -> String? {
    guard image.count >= format.headerSize else { return "truncated" }
    guard image.loadUnaligned(as: UInt64.self) == format.magic else { return "not a compiled lexicon" }
    let version = image.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == format.version else { return "format \(version), this program reads \(format.version)" }
    guard image.loadUnaligned(fromByteOffset: 12, as: UInt32.self) == UInt32(format.sections) else {
      return "another number of sections"
    }
    if !isVerified {
      let sum = ImageWriter.checksum(UnsafeRawBufferPointer(rebasing: image[24...]))
      guard image.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == sum else { return "checksum does not match" }
    }
    return (0..<format.sections).allSatisfy { range(of: $0, in: image) != nil } ? nil : "a section outside the file"
  }

  private static func range(of section: Int, in image: UnsafeRawBufferPointer) -> Range<Int>? {
    let at = ImageFormat.fixedHeader + section * 16
    let offset = image.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let length = image.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
    guard offset <= UInt64(image.count), length <= UInt64(image.count) - offset, offset % 16 == 0 else { return nil }
    return Int(offset)..<Int(offset + length)
  }
}
