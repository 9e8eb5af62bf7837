// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveFormats

/// How an analysis is written.
public enum AnalysisFormat: String, CaseIterable, Sendable {
  case text, csv, json, html
}

extension MemoryAnalysis {
  /// The analysis as a document.
  public func formatted(_ format: AnalysisFormat) -> String {
    switch format {
    case .text: text
    case .csv: csv
    case .json: json
    case .html: html
    }
  }

  /// The files, and all together where there are several.
  private var parts: [File] { files.count > 1 ? files + [total] : files }

  private static let header = ["match", "segments", "words", "characters", "% of words"]

  private func rows(_ file: File) -> [[String]] {
    let bands = file.bands.map { ($0.band.rawValue, $0.count) } + [("total", file.total)]
    return bands.map { name, count in
      [
        name, String(count.segments), String(count.words), String(count.characters),
        file.share(count),
      ]
    }
  }

  private var text: String {
    parts.map { file in
      "\(file.path)\n"
        + TextTable(header: Self.header, rows: rows(file), rightAligned: [1, 2, 3, 4]).text
    }.joined(separator: "\n")
  }

  private var csv: String {
    var text = "file,match,segments,words,characters\n"
    for file in parts {
      let needsQuotes = file.path.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      let path =
        needsQuotes ? "\"" + file.path.replacing("\"", with: "\"\"") + "\"" : file.path
      for row in rows(file) { text += path + "," + row.dropLast().joined(separator: ",") + "\n" }
    }
    return text
  }

  private var json: String {
    var writer = JSONWriter()
    let total = total
    writer.object { json in
      json.member("version", 1)
      json.member("files") { json in
        json.array { json in for file in files { Self.write(file, &json) } }
      }
      json.member("total") { Self.write(total, &$0) }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ file: File, _ json: inout JSONWriter) {
    json.object { json in
      json.member("file", file.path)
      json.member("bands") { json in
        json.array { json in
          for (band, count) in file.bands { write(band.rawValue, count, &json) }
        }
      }
      json.member("all") { write("all", file.total, &$0) }
    }
  }

  private static func write(_ name: String, _ count: Count, _ json: inout JSONWriter) {
    json.object { json in
      json.member("match", name)
      json.member("segments", count.segments)
      json.member("words", count.words)
      json.member("characters", count.characters)
    }
  }

  private var html: String {
    let sections = parts.map { file in
      let lines = rows(file).map { row in
        "<tr><th>\(row[0])</th>" + row.dropFirst().map { "<td>\($0)</td>" }.joined() + "</tr>"
      }
      return """
        <h2>\(HTML.escaped(file.path))</h2>
        <table>
        <tr>\(Self.header.map { "<th>\($0)</th>" }.joined())</tr>
        \(lines.joined(separator: "\n"))
        </table>
        """
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Words by match</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse } th, td { padding: .2rem .8rem; border-bottom: 1px solid #ccc }
      th { text-align: left } td { text-align: right; font-variant-numeric: tabular-nums }
      </style>
      </head>
      <body>
      <h1>Words by match</h1>
      \(sections.joined(separator: "\n"))
      </body>
      </html>

      """
  }
}
