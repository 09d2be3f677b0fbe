import MobilityModel
import Testing

/// Vectors of NIST, "Examples with Intermediate Values: SHA-256", and of the long message there.
@Suite struct SHA256Tests {
  @Test func `published messages have their published digests`() {
    #expect(
      SHA256.hex("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex("".utf8) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hex(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `a message in pieces has the digest of the whole`() {
    let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 300] {
      var hasher = SHA256Hasher()
      hasher.update(message[..<(length / 2)])
      hasher.update(message[(length / 2)..<length])
      #expect(hasher.finalize() == SHA256.digest(message[..<length]), "\(length) bytes")
    }
  }
}
