// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveSystem
internal import BreveTestSupport
internal import Synchronization
internal import Testing

@Suite("Commands that are run")
struct ChildProcessTests {
  private func run(
    _ command: String, _ input: [UInt8] = [], seconds: Double = 60, most: Int = 1 << 28
  ) throws -> ChildProcess.Result {
    try ChildProcess.run(command, input: input, seconds: seconds, mostOutput: most)
  }

  @Test("What goes in comes out, much more than a pipe holds")
  func roundTrip() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let result = try run("cat", input)
    #expect(result.ending == .exited(0))
    #expect(result.output == input)
  }

  @Test(
    "How a command ends is told",
    arguments: [
      ("true", .exited(0)), ("exit 7", .exited(7)), ("nobody-has-this-command-9", .exited(127)),
      ("kill -TERM $$", .signalled(15)), ("sleep 300", .timedOut),
      ("exec >&-; sleep 300", .timedOut), ("exec >&- 2>&-; exit 3", .exited(3)),
      ("trap '' TERM INT; sleep 300", .timedOut), ("yes", .tooMuchOutput),
    ] as [(String, ChildProcess.Ending)])
  func endings(command: String, ending: ChildProcess.Ending) throws {
    #expect(
      try run(command, seconds: ending == .timedOut ? 0.3 : 60, most: 1 << 20).ending == ending)
  }

  @Test("A command may leave its input unread")
  func unread() throws {
    let input = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(try run("head -c 3", input).output == Array("aaa".utf8))
    #expect(try run("exec <&-; sleep 0.1; echo done", input).output == Array("done\n".utf8))
  }

  @Test("The last of standard error is kept")
  func errors() throws {
    let result = try run("seq 1 100000 >&2; echo why >&2; exit 1")
    #expect(result.ending == .exited(1))
    #expect(result.errors.suffix(4) == Array("why\n".utf8)[...])
    #expect(result.errors.count < 20_000)
  }

  @Test("What a command leaves behind neither holds up the answer nor lives on")
  func leftBehind() throws {
    let result = try run("sleep 300 & echo $!; echo $! >&2")
    #expect(result.ending == .exited(0))
    try expectGone(result.output)
  }

  @Test("All of a command is killed when time is up")
  func killed() throws {
    let result = try run("(sleep 300; echo never) | cat & echo $!; sleep 300", seconds: 0.3)
    #expect(result.ending == .timedOut)
    try expectGone(result.output)
  }

  @Test("A command is killed when nobody wants its answer")
  func cancelled() throws {
    let asked = Atomic(0)
    let result = try ChildProcess.run("echo $$; sleep 300", input: [], seconds: 60) {
      asked.wrappingAdd(1, ordering: .relaxed)
      return asked.load(ordering: .relaxed) > 3
    }
    #expect(result.ending == .cancelled)
    try expectGone(result.output)
  }

  @Test("When this process dies its commands do too, and commands see nothing of the watch")
  func parentDies() throws {
    // The watch reads from a pipe of which the parent has the other end; the command has no such descriptor.
    let result = try run("ls /proc/$$/fd | wc -l; test -e /proc/$$/fd/3 || echo none")
    #expect(String(decoding: result.output, as: UTF8.self).contains("none"))
  }

  /// A process that was killed ends when the system gets round to it, and may stay as a zombie until it is collected.
  private func expectGone(_ output: [UInt8]) throws {
    let line = String(decoding: output, as: UTF8.self).split(separator: "\n").first
    let number = try #require(line.flatMap { Int($0) })
    var state: String?
    for _ in 0..<600 {
      state = SystemFile.read("/proc/\(number)/stat", limit: 1000).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard let state, !state.contains(") Z "), !state.contains(") X ") else { return }
      _ = try run("sleep 0.05")
    }
    Issue.record("it lives on: \(state ?? "")")
  }
}
