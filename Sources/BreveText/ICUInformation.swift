// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0

internal import BreveICU

/// Which ICU is linked in.
public enum ICUInformation {
  public static var version: String { ICUVersion.library }
  public static var unicode: String { ICUVersion.unicode }
}
