// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import GRDBSQLite

/// A prepared statement of SQLite, without anything between it and its caller: for many rows.
@safe struct RawStatement: ~Copyable {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  init(_ sql: String, _ connection: OpaquePointer) throws(StoreError) {
    var handle: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      throw unsafe Self.error(code, connection)
    }
    unsafe statement = handle
    unsafe self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(statement) }

  /// Makes it ready to be run again; every parameter is NULL.
  func clear() {
    unsafe sqlite3_reset(statement)
    unsafe sqlite3_clear_bindings(statement)
  }

  func bind(_ place: Int32, _ number: Int?) {
    guard let number else { return }
    unsafe sqlite3_bind_int64(statement, place, Int64(number))
  }

  func bind(_ place: Int32, _ text: String?) {
    guard var text else { return }
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = unsafe sqlite3_bind_text(
          statement, place, characters.baseAddress ?? Self.nothing, Int32(characters.count),
          Self.transient)
      }
    }
  }

  func bind(_ place: Int32, _ bytes: [UInt8]?) {
    guard let bytes else { return }
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe sqlite3_bind_blob(
        statement, place, buffer.baseAddress, Int32(buffer.count), Self.transient)
    }
  }

  /// Goes one row on.
  ///
  /// - Returns: Whether there is a row.
  @discardableResult
  func step() throws(StoreError) -> Bool {
    let code = unsafe sqlite3_step(statement)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw unsafe Self.error(code, connection)
    }
  }

  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  func number(_ column: Int32) -> Int { Int(unsafe sqlite3_column_int64(statement, column)) }

  func text(_ column: Int32) -> String {
    unsafe String(decoding: bytes(column), as: UTF8.self)
  }

  /// The bytes of a text or blob, given to `body` and valid in it only.
  func withBytes<Result>(_ column: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
    unsafe body(bytes(column).span)
  }

  func blob(_ column: Int32) -> [UInt8] { unsafe Array(bytes(column)) }

  @unsafe private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    // The pointer is asked for first: it decides in which form the value is, and so its length.
    let start = unsafe sqlite3_column_blob(statement, column)
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    return unsafe UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
  }

  private static var transient: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// An address for empty texts: a null pointer would bind NULL.
  @unsafe private static var nothing: UnsafePointer<CChar>? {
    unsafe UnsafePointer(bitPattern: 1)
  }

  private static func error(_ code: Int32, _ connection: OpaquePointer) -> StoreError {
    let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) } ?? ""
    return StoreError(StoreError.kind(of: code, message), "")
  }
}
