// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats
internal import BreveTestSupport
internal import Foundation
internal import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private func json(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("Members and elements stand in their order, with commas between them")
  func order() {
    let text = json { json in
      json.object { json in
        json.member("z", 1)
        json.member("a") { json in
          json.array { json in
            json.value("x")
            json.value(nil as String?)
            json.value(true)
            json.object { _ in }
            json.array { _ in }
            json.value(-3)
          }
        }
        json.member("n", nil as Int?)
        json.member("raw") { $0.raw(Array("[0]".utf8)) }
        json.member("s", "t")
      }
    }
    #expect(text == #"{"z":1,"a":["x",null,true,{},[],-3],"n":null,"raw":[0],"s":"t"}"#)
  }

  @Test("What Foundation reads back is what was written", arguments: 0..<100)
  func roundTrip(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    // Foundation drops a byte order mark at the start of a string and after an escape.
    let texts =
      (0..<8).map { _ in random.soup(12).replacing("\u{FEFF}", with: "") } + [
        "\u{0}\u{1F}\u{7F}\u{80}\"\\/\n\r\t\u{2028}", "",
      ]
    let bytes = Array(
      json { json in json.array { json in for text in texts { json.value(text) } } }.utf8)
    #expect(!bytes.contains { $0 < 0x20 || $0 == 0x7F }, "seed \(seed)")
    let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
    let found = try #require(read)
    #expect(found.map { Array($0.utf16) } == texts.map { Array($0.utf16) }, "seed \(seed)")
  }

  @Test(
    "Numbers have four decimals",
    arguments: [
      (0.0, "0.0000"), (1, "1.0000"), (-1.5, "-1.5000"), (0.03125, "0.0312"), (0.09375, "0.0938"),
      (0.00005, "0.0000"), (-0.00004, "0.0000"), (-0.25, "-0.2500"), (99.99996, "100.0000"),
      (.nan, "null"), (.infinity, "null"), (1e300, "null"),
    ])
  func numbers(number: Double, text: String) {
    #expect(json { $0.value(rounded: number) } == text)
  }

  @Test("A writer that was emptied begins anew")
  func emptied() {
    var writer = JSONWriter()
    writer.value(1)
    writer.removeAll()
    writer.value("a")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"a\"")
  }
}
