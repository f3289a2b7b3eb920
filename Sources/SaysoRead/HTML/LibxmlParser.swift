internal import CXML

/// libxml2's HTML parser, told to call us element by element. It builds no tree and does not recurse; it reads no DTD,
/// opens no file and no connection, and knows HTML's own entities only.
struct LibxmlParser: MarkupParser {
  private static let options =
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue

  /// What the C callbacks are given.
  private final class Bridge {
    let handler: any MarkupHandler
    var context: htmlParserCtxtPtr?
    var isStopped = false

    init(_ handler: any MarkupHandler) { self.handler = handler }

    static func from(_ pointer: UnsafeMutableRawPointer?) -> Bridge? {
      pointer.map { Unmanaged<Bridge>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  func parse(_ markup: UnsafeBufferPointer<UInt8>, into handler: any MarkupHandler) -> Bool {
    guard let base = markup.baseAddress, markup.count < Int(Int32.max) else { return true }
    let bridge = Bridge(handler)
    var callbacks = Self.callbacks()
    return withExtendedLifetime(bridge) {
      let user = Unmanaged.passUnretained(bridge).toOpaque()
      guard let context = htmlCreatePushParserCtxt(&callbacks, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
        return true
      }
      defer { htmlFreeParserCtxt(context) }
      bridge.context = context
      htmlCtxtUseOptions(context, Int32(Self.options))
      _ = base.withMemoryRebound(to: CChar.self, capacity: markup.count) {
        htmlParseChunk(context, $0, Int32(markup.count), 1)
      }
      return !bridge.isStopped
    }
  }

  private static func callbacks() -> htmlSAXHandler {
    var callbacks = htmlSAXHandler()
    callbacks.startElement = { user, name, attributes in
      guard let bridge = Bridge.from(user), let name, !bridge.isStopped else { return }
      let pairs = attributes.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<UInt8>?.self) }
      guard !bridge.handler.open(ElementName(name), MarkupAttributes(pairs: pairs)) else { return }
      bridge.isStopped = true
      xmlStopParser(bridge.context)
    }
    callbacks.endElement = { user, name in
      guard let bridge = Bridge.from(user), let name, !bridge.isStopped else { return }
      bridge.handler.close(ElementName(name))
    }
    callbacks.characters = { user, text, count in
      guard let bridge = Bridge.from(user), let text, !bridge.isStopped else { return }
      bridge.handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.cdataBlock = callbacks.characters
    return callbacks
  }
}
