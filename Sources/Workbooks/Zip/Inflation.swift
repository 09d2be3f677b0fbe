private import CZlib

extension ZipArchive {
  /// Gives the bytes of a part, unpacked, in pieces of at most `pieceSize`.
  ///
  /// - Throws: a fault where the part is damaged, locked or too large, and what `take` throws.
  /// - Complexity: O(bytes unpacked) time, memory for one piece.
  func read(
    _ entry: Entry, _ take: (UnsafeBufferPointer<UInt8>) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    guard !entry.isLocked else { throw .locked }
    var (size, checksum) = (0, crc32(0, nil, 0))
    func check(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
      size += piece.count
      guard size <= entry.size else { throw Self.damaged(entry) }
      checksum = crc32(checksum, piece.baseAddress, UInt32(piece.count))
      try take(piece)
    }
    try bytes.withUnsafeBufferPointer { buffer throws(WorkbookFault) in
      let packed = UnsafeBufferPointer(rebasing: buffer[entry.packed])
      switch entry.method {
      case 0: try Self.split(packed, check)
      case 8: try Self.inflate(packed, entry, check)
      default: throw .damaged(part: entry.name, what: "a part that is stored or deflated")
      }
    }
    guard size == entry.size, checksum == UInt(entry.checksum) else { throw Self.damaged(entry) }
  }

  private static let pieceSize = 1 << 18

  private static func damaged(_ entry: Entry) -> WorkbookFault {
    .damaged(part: entry.name, what: "bytes that agree with their checksum")
  }

  private static func split(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ take: (UnsafeBufferPointer<UInt8>) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    for start in stride(from: 0, to: bytes.count, by: pieceSize) {
      let end = min(bytes.count, start + pieceSize)
      try take(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  private static func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, _ entry: Entry,
    _ take: (UnsafeBufferPointer<UInt8>) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    // The library keeps the address of its state, so the state must not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieceSize)
    stream.initialize(to: z_stream())
    defer {
      inflateEnd(stream)
      stream.deallocate()
      piece.deallocate()
    }
    let size = Int32(MemoryLayout<z_stream>.size)
    // A minus before the window: the bytes are packed without a header of their own.
    guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      throw damaged(entry)
    }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
    stream.pointee.avail_in = UInt32(packed.count)
    var status = Z_OK
    while status == Z_OK {
      stream.pointee.next_out = piece.baseAddress
      stream.pointee.avail_out = UInt32(piece.count)
      status = CZlib.inflate(stream, Z_NO_FLUSH)
      let count = piece.count - Int(stream.pointee.avail_out)
      try take(UnsafeBufferPointer(rebasing: piece[..<count]))
    }
    guard status == Z_STREAM_END, stream.pointee.avail_in == 0 else { throw damaged(entry) }
  }
}
