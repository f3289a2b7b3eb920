internal import SaysoRecord
internal import SaysoText

/// What is known of somebody from a group of articles: enough to say whether one more article means somebody else.
struct EntityProfile {
  private(set) var members: [Int32] = []
  private var females = 0
  private var males = 0
  private var countries: Set<Int32> = []
  private var kinds: Set<Int32> = []
  private var roles: UInt16 = 0
  private var titles: Set<UInt64> = []
  /// Keys that stand in the same articles, hubs left out.
  private(set) var context: Set<Int32> = []

  /// Most keys that a context keeps.
  static let widestContext = 4000

  /// Roles that set people apart: anybody may be a witness or quoted as "other".
  private static let tellingRoles: UInt16 = {
    let roles: [SourceRole] = [.government, .military, .police, .court, .party, .business, .expert, .civilSociety]
    return roles.compactMap { SourceRole.allCases.firstIndex(of: $0) }.reduce(0) { $0 | 1 << UInt16($1) }
  }()

  /// How an occurrence fits.
  enum Fit: Comparable {
    case no
    /// Nothing speaks against it; the more the number, the more speaks for it.
    case yes(Int)
  }

  init() {}

  mutating func add(_ index: Int, _ table: EntityTable, _ context: [Int32]) {
    let occurrence = table.occurrences[index]
    members.append(Int32(clamping: index))
    females += occurrence.isFemale ? 1 : 0
    males += occurrence.isMale ? 1 : 0
    if occurrence.country >= 0 { countries.insert(occurrence.country) }
    if occurrence.kinds >= 0 { kinds.insert(occurrence.kinds) }
    roles |= occurrence.roles & Self.tellingRoles
    titles.formUnion(table.title(occurrence))
    if self.context.count < Self.widestContext { self.context.formUnion(context) }
  }

  /// Whether the occurrence may be one more of these.
  ///
  /// Another country, other kinds or the other gender set apart, unless title or company say that it is the same after
  /// all (a gender may be a guess). Other roles and titles set apart where no company is shared.
  func fit(_ index: Int, _ table: EntityTable, _ context: [Int32]) -> Fit {
    let occurrence = table.occurrences[index]
    let shared = context.count { self.context.contains($0) }
    let title = table.title(occurrence)
    let sharedTitle = title.count { titles.contains($0) }
    if isApart(occurrence) { return sharedTitle >= 2 && shared >= 2 ? .yes(shared) : .no }
    let hisRoles = occurrence.roles & Self.tellingRoles
    let rolesDiffer = roles != 0 && hisRoles != 0 && roles & hisRoles == 0
    let titlesDiffer = !titles.isEmpty && !title.isEmpty && sharedTitle == 0
    if rolesDiffer || titlesDiffer, shared == 0 { return .no }
    return .yes(shared * 4 + sharedTitle * 8)
  }

  private func isApart(_ occurrence: EntityTable.Occurrence) -> Bool {
    let genders = occurrence.isFemale && males > females || occurrence.isMale && females > males
    let country = occurrence.country >= 0 && !countries.isEmpty && !countries.contains(occurrence.country)
    let kind = occurrence.kinds >= 0 && !kinds.isEmpty && !kinds.contains(occurrence.kinds)
    return genders || country || kind
  }
}
