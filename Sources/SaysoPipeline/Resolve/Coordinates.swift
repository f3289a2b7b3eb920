internal import SaysoLexicon
internal import SaysoRecord

/// Where a place lies, in millionths of a degree: integers, so that every machine writes the same digits.
public struct Coordinates: Hashable, Sendable {
  /// -90,000,000 to 90,000,000, north is positive.
  public let latitude: Int
  /// -180,000,000 to 180,000,000, east is positive.
  public let longitude: Int

  /// A lexicon row's `lat=` and `lon=`; nil where one is missing, no number, or not on the globe.
  init?(_ entry: LexiconEntry) {
    self.init(latitude: entry.attribute("lat") ?? "", longitude: entry.attribute("lon") ?? "")
  }

  init?(latitude: String, longitude: String) {
    guard let north = Double(latitude), let east = Double(longitude), abs(north) <= 90, abs(east) <= 180 else {
      return nil
    }
    self.latitude = Int((north * 1e6).rounded())
    self.longitude = Int((east * 1e6).rounded())
  }

  /// The keys `lat` and `lon` of an entity.
  func write(to json: inout JSONByteWriter) {
    json.key("lat")
    json.decimal(latitude, places: 6)
    json.key("lon")
    json.decimal(longitude, places: 6)
  }
}
