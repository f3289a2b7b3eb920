import SaysoRecord
import Testing

@testable import SaysoPipeline

/// What role a named source has, by its title and by what was said of it before.
@Suite struct SourceRoleTests {
  @Test(arguments: [
    ("“It is safe,” said Jane Roe, chief executive of Harlan Foods.", SourceRole.business),
    ("“It is safe,” said Jane Roe, the ministry's chief engineer.", .government),
    ("“It is safe,” said Jane Roe, the union's secretary.", .civilSociety),
    ("“It is safe,” said Jane Roe, a plant scientist.", .expert),
    ("“It is safe,” said Jane Roe, the newspaper's editor.", .media),
    ("“It is safe,” said its secretary, Jane Roe.", .unknown),
    ("“It is safe,” said the mayor of Halden, Jane Roe.", .government),
    ("“It is safe,” said Jane Roe, who led the work.", .unknown),
  ])
  func comesFromTheTitle(_ text: String, _ role: SourceRole) {
    let claim = ClaimReading.attributed(text).first
    #expect(claim?.kind == .person)
    #expect(claim?.name == "Jane Roe")
    #expect(claim?.role == role)
  }

  @Test func staysWithThePerson() {
    let claims = ClaimReading.attributed(
      "Mayor Ana Duarte said the bridge was safe. She warned that it was old. “We knew,” Duarte said.")
    #expect(claims.map(\.name) == ["Ana Duarte", "Ana Duarte", "Ana Duarte"])
    #expect(claims.map(\.role) == [.government, .government, .government])
  }
}
