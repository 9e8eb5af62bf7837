// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

import BreveSystem
import Foundation

/// Runs the inputs of one reader one after the other in a process of its own, which may crash.
///
/// Before each input it writes a line `NUMBER READ REFUSED PEAK SLOWEST`: what it is at, how many were read and refused so
/// far, the most memory in kilobytes, the longest processor time of an input in microseconds. A law that does not hold
/// is a line `! NUMBER WHY`.
struct FuzzWorker {
  let subject: FuzzSubject
  let seed: UInt64
  /// In megabytes, above what the process holds after the samples.
  let memory: Int

  private static let mostFaults = 20

  /// Runs inputs from `first` for `seconds` of the clock.
  func run(from first: Int, seconds: Double) {
    // What every input needs is loaded by the samples.
    for (number, bytes) in subject.mutator.samples.enumerated() {
      _ = try? subject.reads(bytes, number)
    }
    let most = Machine.peakKilobytes + memory << 10
    let start = Date()
    var number = first
    var (read, refused, slowest) = (0, 0, 0)
    func tell() {
      StandardStream.output("\(number) \(read) \(refused) \(Machine.peakKilobytes) \(slowest)\n")
    }
    var faults = 0
    while -start.timeIntervalSinceNow < seconds, faults < Self.mostFaults {
      tell()
      let before = Machine.processorSeconds
      do {
        if try runs(number) { read += 1 } else { refused += 1 }
      } catch {
        StandardStream.output("! \(number) \(String("\(error)".prefix(400)).debugDescription)\n")
        read += 1
        faults += 1
      }
      slowest = max(slowest, Int((Machine.processorSeconds - before) * 1e6))
      if Machine.peakKilobytes > most {
        StandardStream.output("! \(number) \"more than \(memory) MB of memory\"\n")
        return
      }
      number += 1
    }
    tell()
  }

  private func runs(_ number: Int) throws -> Bool {
    let input = subject.mutator.input(number, seed: seed)
    return try subject.reads(input.bytes, input.sample)
  }
}
