// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveMemory
internal import BreveSystem

/// The requests that were sent, for people who have to show what left the machine.
///
/// One line each, before it is sent: time in UTC, `loopback` or `outside`, host, bytes of the body, TAB between. Neither texts
/// nor keys are in it. A request that cannot be written down is not made.
public struct EngineLog: Sendable {
  /// The file.
  public let path: String

  /// A log at the end of the file `path`, which is made if it is not there.
  public init(path: String) { self.path = path }

  /// Adds a request; false if that fails.
  func append(_ address: EngineAddress, bytes: Int) -> Bool {
    let time = Moment(seconds: SystemFacts.secondsSince1970).extended
    let place = address.isLoopback ? "loopback" : "outside"
    let line = "\(time)\t\(place)\t\(address.host)\t\(bytes)\n"
    return FileLock.withLock(on: path) { $0.append(Array(line.utf8)) } ?? false
  }
}
