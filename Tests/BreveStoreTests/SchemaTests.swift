// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveStore
internal import BreveTestSupport
internal import BreveText
internal import GRDB
internal import Testing

@Suite("Versions of a memory")
struct SchemaTests {
  /// A memory of each version that was ever written, made by `sqlite3` from the statements of that time.
  @Test("A memory of version 1 is read")
  func versionOne() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      PRAGMA application_id = 1114797645; PRAGMA user_version = 1;
      CREATE TABLE unit (id INTEGER PRIMARY KEY, state INTEGER NOT NULL, line INTEGER,
        created INTEGER, created_by TEXT, changed INTEGER, changed_by TEXT,
        name TEXT, project TEXT, domain TEXT, document TEXT, range_start INTEGER, range_end INTEGER,
        previous TEXT, next TEXT, source_language TEXT, details BLOB) STRICT;
      CREATE TABLE variant (id INTEGER PRIMARY KEY, language TEXT NOT NULL, text TEXT NOT NULL, details BLOB) STRICT;
      CREATE TABLE language (tag TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE run (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL,
        date INTEGER, user TEXT, file TEXT, mark INTEGER NOT NULL DEFAULT (random())) STRICT;
      CREATE UNIQUE INDEX run_first ON run (first);
      CREATE TABLE change (number INTEGER PRIMARY KEY, unit INTEGER NOT NULL, kind TEXT NOT NULL, date INTEGER,
        user TEXT, undoes INTEGER, before BLOB, mark INTEGER NOT NULL DEFAULT (random())) STRICT;
      CREATE INDEX change_unit ON change (unit, number);
      INSERT INTO unit (id, state) VALUES (1, 4);
      INSERT INTO variant VALUES (256, 'fr', 'Oui.', NULL), (257, 'en', 'Yes.', NULL);
      INSERT INTO language VALUES ('en'), ('fr');
      INSERT INTO run (number, first, count, date, user) VALUES (1, 1, 1, 0, 'anne');
      """, to: "1.sql")
    try Self.run(try folder.text("1.sql"), on: folder.path("1.memory"))
    let store = try MemoryStore(path: folder.path("1.memory"), .write)
    #expect(try store.units([1]).first?.variants.map(\.text) == ["Oui.", "Yes."])
    #expect(try store.units([1]).first?.state == .approved)
    #expect(try store.history(of: 1).map(\.stamp.user) == ["anne"])
    #expect(try store.faults() == [])
    #expect(
      try MemorySearcher(path: folder.path("1.memory"))
        .matches(for: "Yes.", MemoryRequest(source: .english, target: .french)).map(\.target)
        == ["Oui."])
  }

  @Test("A memory of a later Breve is refused, with what to do")
  func newer() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.memory")
    _ = try MemoryStore(path: path, .create)
    try Self.run("PRAGMA user_version = 99", on: path)
    #expect {
      try MemoryStore(path: path)
    } throws: { error in
      "\(error)"
        == "\(path): a later Breve wrote this memory (schema 99, and this one knows up to 2); update Breve"
    }
  }

  @Test("Another program's database is refused")
  func foreign() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("other.db")
    try Self.run("CREATE TABLE a (b)", on: path)
    #expect {
      try MemoryStore(path: path, .write)
    } throws: {
      "\($0)" == "\(path): this is not a memory of Breve; name another file with --memory"
    }
  }

  static func run(_ sql: String, on path: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { try $0.execute(sql: sql) }
    try database.close()
  }
}
