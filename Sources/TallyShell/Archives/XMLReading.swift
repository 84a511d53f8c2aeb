import CExpat
import TallyLanguage

/// A step through an XML text; names come without their prefixes.
enum XMLEvent {
  case start(String, attributes: [String: String])
  case end(String)
  /// Part of a text; one text may come in several.
  case text(String)
}

/// Goes through an XML text; document types, and with them entities of its own or of other files, are refused.
///
/// - Parameter take: false stops the reading.
/// - Returns: false where it is not well formed, has a document type, or was stopped.
/// - Complexity: O(length).
func readXML(_ bytes: [UInt8], _ take: (XMLEvent) -> Bool) -> Bool {
  guard let parser = XML_ParserCreate("UTF-8") else { return false }
  defer { XML_ParserFree(parser) }
  return withoutActuallyEscaping(take) { take in
    var receiver = XMLReceiver(parser: parser, take: take)
    return withUnsafeMutablePointer(to: &receiver) { receiver in
      XML_SetUserData(parser, receiver)
      XML_SetElementHandler(parser, startElement, endElement)
      XML_SetCharacterDataHandler(parser, characterData)
      XML_SetStartDoctypeDeclHandler(parser, startDoctype)
      return parse(bytes, with: parser)
    }
  }
}

/// In pieces, since expat counts in 32 bits.
private func parse(_ bytes: [UInt8], with parser: XML_Parser) -> Bool {
  var position = 0
  repeat {
    let piece = bytes[position...].prefix(16 << 20)
    position += piece.count
    let isLast: Int32 = position == bytes.count ? 1 : 0
    let status = piece.withUnsafeBytes {
      XML_Parse(parser, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), isLast)
    }
    guard status == XML_STATUS_OK else { return false }
  } while position < bytes.count
  return true
}

/// What the callbacks are given.
private struct XMLReceiver {
  let parser: XML_Parser
  let take: (XMLEvent) -> Bool
  var hasStopped = false

  mutating func give(_ event: XMLEvent) {
    // After a stop, expat still ends the element that it is in.
    if hasStopped { return }
    if !take(event) { stop() }
  }

  mutating func stop() {
    hasStopped = true
    XML_StopParser(parser, 0)
  }
}

private func give(_ event: XMLEvent, to receiver: UnsafeMutableRawPointer?) {
  receiver?.assumingMemoryBound(to: XMLReceiver.self).pointee.give(event)
}

private func startElement(
  _ receiver: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  var found: [String: String] = [:]
  var index = 0
  while let key = attributes?[index], let value = attributes?[index + 1] {
    found[localName(key)] = String(cString: value)
    index += 2
  }
  give(.start(localName(name), attributes: found), to: receiver)
}

private func endElement(_ receiver: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  give(.end(localName(name)), to: receiver)
}

private func characterData(
  _ receiver: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ length: Int32
) {
  let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
  give(.text(String(decoding: bytes, as: UTF8.self)), to: receiver)
}

private func startDoctype(
  _ receiver: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
  _: UnsafePointer<CChar>?, _: Int32
) {
  receiver?.assumingMemoryBound(to: XMLReceiver.self).pointee.stop()
}

/// A name without its prefix.
private func localName(_ name: UnsafePointer<CChar>?) -> String {
  guard let name else { return "" }
  let whole = String(cString: name)
  return whole.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(whole[$0...].dropFirst()) } ?? whole
}
