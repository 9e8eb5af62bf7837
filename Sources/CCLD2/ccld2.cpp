// Breve: multilingual briefs.
// SPDX-License-Identifier: Apache-2.0
#include "ccld2.h"

#include <cstdio>
#include <cstring>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

int32_t bcld2_detect(const uint8_t *text, int32_t length, char *tag, int32_t *reliable) {
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int textBytes = 0;
  bool isReliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(reinterpret_cast<const char *>(text), length, true, &hints, 0, languages, percents,
                                 scores, nullptr, &textBytes, &isReliable);
  *reliable = isReliable ? 1 : 0;
  tag[0] = 0;
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return 0;
  std::strncpy(tag, CLD2::LanguageCode(languages[0]), 15);
  tag[15] = 0;
  return percents[0];
}
