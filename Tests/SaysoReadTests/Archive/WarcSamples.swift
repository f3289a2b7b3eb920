import SaysoRead

/// One record of a web archive as bytes.
func warcRecord(
  _ type: String, id: String, block: [UInt8], length: Int? = nil, address: String = "https://harbour.example/a",
  contentType: String = "application/http; msgtype=response"
) -> [UInt8] {
  let header = """
    WARC/1.0\r
    WARC-Type: \(type)\r
    WARC-Record-ID: <urn:uuid:\(id)>\r
    WARC-Target-URI: \(address)\r
    WARC-Date: 2024-03-14T10:00:00Z\r
    Content-Type: \(contentType)\r
    Content-Length: \(length ?? block.count)\r
    \r

    """
  return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
}

/// An HTTP answer as bytes.
func answer(
  _ body: [UInt8], status: Int = 200, type: String = "text/html; charset=utf-8", fields: String = ""
) -> [UInt8] {
  Array("HTTP/1.1 \(status) OK\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8) + body
}

/// A short page of one paragraph.
func page(_ text: String) -> [UInt8] {
  Array("<!doctype html><html><head><title>Harbour</title></head><body><p>\(text)</p></body></html>".utf8)
}
