private import CZlib

/// Makes a zip file of deflated parts, in the order in which they are added.
///
/// It holds no time and no name of a system, so that the same parts give the same bytes with the
/// same version of zlib.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1 January 1980, the first day that the format knows.
  private static let date = 0x21
  /// Version 2.0 of the format, the first one with deflated parts.
  private static let version = 20

  /// Adds a part; its name is in ASCII and not that of a part before it.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Self.deflated(content)
    let offset = bytes.count
    var fields: [UInt8] = []
    fields.append16(Self.version)
    fields.append16(0)
    fields.append16(8)
    fields.append16(0)
    fields.append16(Self.date)
    fields.append32(Int(content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }))
    fields.append32(packed.count)
    fields.append32(content.count)
    fields.append16(name.utf8.count)
    fields.append16(0)

    bytes.append32(0x0403_4b50)
    bytes += fields
    bytes += name.utf8
    bytes += packed

    directory.append32(0x0201_4b50)
    directory.append16(Self.version)
    directory += fields
    // No comment, first disk, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append32(offset)
    directory += name.utf8
    count += 1
  }

  /// The whole file.
  consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.append32(0x0605_4b50)
    bytes.append32(0)
    bytes.append16(count)
    bytes.append16(count)
    bytes.append32(directory.count)
    bytes.append32(start)
    bytes.append16(0)
    return bytes
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer {
      deflateEnd(stream)
      stream.deallocate()
    }
    let size = Int32(MemoryLayout<z_stream>.size)
    let status = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      size)
    precondition(status == Z_OK, "no memory to pack \(content.count) bytes")
    let bound = Int(deflateBound(stream, UInt(content.count)))
    return content.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: bound) { target, filled in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.pointee.avail_in = UInt32(source.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(target.count)
        // With room for the bound, one call packs everything.
        let status = deflate(stream, Z_FINISH)
        assert(status == Z_STREAM_END, "packing ended with \(status)")
        filled = target.count - Int(stream.pointee.avail_out)
      }
    }
  }
}
