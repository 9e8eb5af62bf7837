// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveTestSupport
internal import BreveXML
internal import Testing

@Suite("Reading XML")
struct XMLReaderTests {
  @Test("Events come in order, with their lines and depths")
  func events() throws {
    let trace = try trace("<a>\n <b x='1'\n  y='&lt;2'>t<![CDATA[<u>]]>&amp;</b>\n<?p q r?></a>")
    #expect(
      trace == [
        "1 start a 0", "text \n ", "2 start b 1 x=1 y=<2", "text t<u>&", "3 end b 1",
        "text \n", "instruction p q r", "4 end a 0",
      ])
  }

  @Test("The size of the pieces does not matter", arguments: [1, 2, 3, 7, 64, 1_000])
  func pieces(size: Int) throws {
    var random = RandomText(seed: 5)
    var text = "<?xml version='1.0'?><!-- c --><r>"
    for index in 0..<200 {
      text += "<e\n a='\(index)'>\(Self.escaped(random.soup(4)))<f/></e>\n"
    }
    text += "</r>"
    #expect(try trace(text, piece: size) == trace(text))
  }

  @Test(
    "Encodings",
    arguments: [
      ("UTF-8", [UInt8](arrayLiteral: 0xEF, 0xBB, 0xBF), "", "UTF-8"),
      ("declared", [], " encoding='ISO-8859-1'", "ISO-8859-1"),
      ("Windows", [], " encoding='windows-1252'", "windows-1252"),
      ("UTF-16LE", [0xFF, 0xFE], " encoding='UTF-8'", "UTF-16LE"),
      ("UTF-16LE", [], " encoding='UTF-16'", "UTF-16LE"),
      ("UTF-16BE", [0xFE, 0xFF], "", "UTF-16BE"),
    ] as [(String, [UInt8], String, String)])
  func encodings(kind: String, mark: [UInt8], declaration: String, name: String) throws {
    let text = "<?xml version='1.0'\(declaration)?><a>été</a>"
    let bytes: [UInt8] =
      switch kind {
      case "UTF-8": Array(text.utf8)
      case "UTF-16LE": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "UTF-16BE": text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: text.unicodeScalars.map { UInt8($0.value) }
      }
    for piece in [1, 5, 1_000] {
      let reader = Self.reader(mark + bytes, piece: piece)
      var found = ""
      while let event = try reader.next() { if event == .text { found += reader.text } }
      #expect(found == "été" && reader.encoding == name)
    }
  }

  @Test(
    "Faults are told with their place, their reason and the line",
    arguments: [
      ("<a>\n<b>x</c></a>", 2, "the closing tag does not fit <b> of line 2"),
      ("<a>R&D</a>", 1, "a '&' or a '<' stands alone (write '&amp;' or '&lt;')"),
      ("<a>x\u{0B}y</a>", 1, "the character U+000B is not allowed in XML"),
      ("<a>&#2;</a>", 1, "the character U+0002 is not allowed in XML"),
      ("<a>&nbsp;</a>", 1, "the entity '&nbsp;' is not declared"),
      (
        "<!DOCTYPE a SYSTEM 'http://x/y.dtd'><a>&nbsp;</a>", 1,
        "the entity '&nbsp;' is not declared"
      ),
      (
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>", 1,
        "the entity '&e;' is external, and nothing external is read"
      ),
      (
        "<!DOCTYPE a [<!ENTITY e '<b/>'>]><a>&e;</a>", 1,
        "the entity '&e;' holds markup, so it is refused"
      ),
      (
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'></a>", 1,
        "the value of an attribute holds the entity '&e;', so it is refused"
      ),
      ("<a>\n<b>", 2, "it ends before all elements are closed"),
      ("<a></a><b/>", 1, "something stands after the last element"),
      ("", 1, "there is no XML in it"),
      ("<a b='1' b='2'/>", 1, "an attribute is given twice"),
      (
        "<?xml version='1.0' encoding='x-none'?><a/>", 1,
        "the encoding 'x-none' is not read; save it as UTF-8"
      ),
    ] as [(String, Int, String)])
  func faults(text: String, line: Int, reason: String) {
    let error = #expect(throws: XMLError.self) { try trace(text) }
    #expect(error?.line == line)
    #expect(error?.reason == reason)
  }

  @Test("The line is shown with a caret under the place")
  func pointer() {
    let error = #expect(throws: XMLError.self) { try trace("<a>\n<b>été R&D</b></a>") }
    #expect(error?.pointer == "<b>été R&D</b></a>\n        ^")
    #expect(error?.column == 9)
  }

  @Test("A declared entity is put in as text")
  func entity() throws {
    let text = "<!DOCTYPE a [<!ENTITY b 'B &#233; &amp;'><!ENTITY c '&b;&b;'>]><a>x&c;y</a>"
    #expect(try trace(text)[1] == "text xB é &B é &y")
  }

  @Test("Entity bombs are refused, wide and deep and by number", arguments: [0, 1, 2])
  func bombs(kind: Int) {
    var text = "<!DOCTYPE a [<!ENTITY e0 'aaaaaaaaaa'>"
    switch kind {
    case 0:
      for level in 1..<8 {
        text += "<!ENTITY e\(level) '" + String(repeating: "&e\(level - 1);", count: 10) + "'>"
      }
      text += "]><a>&e7;</a>"
    case 1: text += "<!ENTITY e1 '&e2;'><!ENTITY e2 '&e1;'>]><a>&e1;</a>"
    default:
      text += "<!ENTITY e1 '" + String(repeating: "x", count: 4_000) + "'>]><a>"
      text += String(repeating: "&e1;", count: 1_000) + "</a>"
    }
    let error = #expect(throws: XMLError.self) { try trace(text) }
    #expect(error?.reason.hasSuffix("grows too large, so it is refused") == true)
  }

  @Test("What is too deep or too long is refused")
  func bounds() {
    func nested(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(throws: Never.self) { try trace(nested(128)) }
    let tooDeep = #expect(throws: XMLError.self) { try trace(nested(129)) }
    #expect(tooDeep?.reason == "elements stand more than 128 levels deep")
    let long = "<a b='" + String(repeating: "x", count: 200_000)
    let error = #expect(throws: XMLError.self) { try trace(long, piece: 5_000) }
    #expect(error?.reason == "a tag is longer than 64 KB, or a comment longer than 4 MB")
  }

  @Test("A mending reader puts single characters right, and lists them")
  func mending() throws {
    let bytes: [UInt8] =
      Array("<a>\nR&D \u{0B}x&#2; &nbsp; &lt; <!-- & --><![CDATA[&]]> ".utf8) + [0xE9]
      + Array("</a>".utf8)
    for piece in 1...60 {
      let reader = Self.reader(bytes, piece: piece, mends: true)
      var text = ""
      var mends: [XMLMend] = []
      while let event = try reader.next() {
        if event == .text { text += reader.text }
        mends += reader.takeMends()
      }
      #expect(text == "\nR&D ␋x␂ &nbsp; < & é")
      #expect(mends.map(\.kind) == [.ampersand, .control, .control, .entity, .byte])
      #expect(mends.map(\.line) == [2, 2, 2, 2, 2])
    }
  }

  @Test("After a fault the reader goes on at the next element", arguments: [1, 3, 16, 500])
  func resuming(piece: Int) throws {
    let text = """
      <r><b>
      <u n='1'>x</u>
      <u n='2'><v>x</u>
      <u n='3' n='3'/><u
      n='4'>y</u>
      <u n='5'>&
      """
    let reader = Self.reader(Array(text.utf8), piece: piece)
    var seen: [String] = []
    for _ in 0..<20 {
      do {
        guard let event = try reader.next() else { break }
        if event == .start, reader.string(reader.name) == "u" {
          let number = reader.attribute(reader.number(of: "n")) ?? ""
          seen.append("\(number) in line \(reader.line) at \(reader.depth)")
        }
      } catch {
        seen.append("fault in line \(error.line)")
        reader.resume(at: "u", inside: ["r", "b"])
      }
    }
    #expect(
      seen == [
        "1 in line 2 at 2", "2 in line 3 at 2", "fault in line 3", "fault in line 4",
        "4 in line 4 at 2", "5 in line 6 at 2", "fault in line 6",
      ])
  }

  @Test("Content comes back as markup that reads the same")
  func fragments() throws {
    let inner = "a &amp; b<s t=\"&lt;&#10;\">c<u/></s>&#13;"
    let reader = Self.reader(Array("<x>\(inner)</x>".utf8), piece: 9)
    #expect(try reader.next() == .start)
    #expect(try reader.content() == inner)
    #expect(XMLWriter.isMarkup(inner))
    for wrong in ["a & b", "a < b", "</x><x>", "<b>", "&e;", "\u{1}"] {
      #expect(!XMLWriter.isMarkup(wrong), "\(wrong)")
    }
  }

  @Test("What is written reads back, and what XML cannot hold is visible", arguments: 0..<40)
  func writing(seed: UInt64) throws {
    var random = RandomText(seed: seed)
    var text = random.soup(30)
    text.unicodeScalars.append(contentsOf: "\r\n\t\"'<&>]]>\u{FFFF}\u{1}é".unicodeScalars)
    var writer = XMLWriter()
    writer.start("a")
    writer.attribute("b", text)
    writer.text(text)
    writer.end()
    let reader = Self.reader(writer.take(), piece: 50)
    var read = ""
    var value: String?
    while let event = try reader.next() {
      if event == .start { value = reader.attribute(reader.number(of: "b")) }
      if event == .text { read += reader.text }
    }
    let expected = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 9, 10, 13: scalar
          case 0..<32: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
          case 0xFFFE, 0xFFFF: "\u{FFFD}"
          default: scalar
          }
        }))
    #expect(read.unicodeScalars.elementsEqual(expected.unicodeScalars), "seed \(seed)")
    #expect(value?.unicodeScalars.elementsEqual(expected.unicodeScalars) == true, "seed \(seed)")
    let lost = text.unicodeScalars.filter {
      $0.value < 32 && ![9, 10, 13].contains($0.value) || [0xFFFE, 0xFFFF].contains($0.value)
    }
    #expect(writer.replaced == lost.count * 2)
  }

  @Test("No damage makes the reader crash or go on for ever", arguments: 0..<300)
  func fuzzing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let seedText =
      "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE a [<!ENTITY e 'x&#65;'><!ENTITY f '&e;'>]>"
      + "<a><!-- c --><u x='1'>t&f;é<![CDATA[]]]]><?p i?></u>\n<u><v>&amp;</v></u></a>"
    let bytes = random.damaged(Array(seedText.utf8))
    for mends in [false, true] {
      let reader = Self.reader(bytes, piece: random.number(in: 1..<80), mends: mends)
      var steps = 0
      while steps < 10_000 {
        steps += 1
        do { if try reader.next() == nil { break } } catch {
          if !mends { break }
          #expect(error.line >= 1 && error.column >= 1)
          reader.resume(at: "u", inside: ["a"])
        }
      }
      #expect(steps < 10_000, "seed \(seed)")
    }
  }

  private static func reader(_ bytes: [UInt8], piece: Int, mends: Bool = false) -> XMLReader {
    var position = 0
    return XMLReader(mends: mends) {
      let end = min(position + piece, bytes.count)
      defer { position = end }
      return Array(bytes[position..<end])
    }
  }

  private static func escaped(_ text: String) -> String {
    var writer = XMLWriter(declaration: false)
    writer.text(text)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  /// The events as lines; texts that follow one another are one.
  private func trace(_ text: String, piece: Int = 1 << 16) throws -> [String] {
    let reader = Self.reader(Array(text.utf8), piece: piece)
    var trace: [String] = []
    var isText = false
    while let event = try reader.next() {
      switch event {
      case .start:
        let attributes = reader.attributes.map { " \(reader.string($0.name))=\($0.value)" }
        trace.append(
          "\(reader.line) start \(reader.string(reader.name)) \(reader.depth)"
            + attributes.joined())
      case .instruction: trace.append("instruction \(reader.string(reader.name)) \(reader.text)")
      case .end: trace.append("\(reader.line) end \(reader.string(reader.name)) \(reader.depth)")
      case .text:
        if isText {
          trace[trace.count - 1] += reader.text
        } else {
          trace.append("text " + reader.text)
        }
      }
      isText = event == .text
    }
    return trace
  }
}
