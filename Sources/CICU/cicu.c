/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

_Static_assert((int)BICU_SENTENCE == (int)UBRK_SENTENCE, "kinds are ICU's");
_Static_assert((int)BICU_WORD == (int)UBRK_WORD, "kinds are ICU's");
_Static_assert(sizeof(UChar) == sizeof(uint16_t), "UTF-16 units");

struct bicu_breaks {
  UBreakIterator *iterator;
};

static const UChar *units(const uint16_t *text) { return (const UChar *)text; }

const char *bicu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }
const char *bicu_version(void) { return U_ICU_VERSION; }
const char *bicu_unicode_version(void) { return U_UNICODE_VERSION; }

bicu_breaks *bicu_breaks_open(int32_t kind, const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open((UBreakIteratorType)kind, locale, NULL, 0, &error);
  *status = error;
  if (U_FAILURE(error)) return NULL;
  bicu_breaks *breaks = malloc(sizeof *breaks);
  if (breaks == NULL) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaks->iterator = iterator;
  return breaks;
}

void bicu_breaks_close(bicu_breaks *breaks) {
  if (breaks == NULL) return;
  ubrk_close(breaks->iterator);
  free(breaks);
}

size_t bicu_breaks_all(bicu_breaks *breaks, const uint16_t *text, int32_t length, int32_t *boundaries,
                       int32_t *statuses, size_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  size_t count = 0;
  ubrk_setText(breaks->iterator, units(text), length, &error);
  *status = error;
  if (U_FAILURE(error)) return 0;
  ubrk_first(breaks->iterator);
  for (int32_t at = ubrk_next(breaks->iterator); at != UBRK_DONE; at = ubrk_next(breaks->iterator)) {
    if (count < capacity) {
      boundaries[count] = at;
      if (statuses != NULL) statuses[count] = ubrk_getRuleStatus(breaks->iterator);
    }
    count++;
  }
  /* The iterator keeps the pointer; give it one that stays valid. */
  static const UChar empty[1] = {0};
  ubrk_setText(breaks->iterator, empty, 0, &error);
  return count;
}

static const UNormalizer2 *nfc(UErrorCode *error) { return unorm2_getNFCInstance(error); }

int32_t bicu_nfc_span(const uint16_t *text, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t span = unorm2_spanQuickCheckYes(nfc(&error), units(text), length, &error);
  *status = error;
  return span;
}

int32_t bicu_nfc_boundary_before(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  return unorm2_hasBoundaryBefore(nfc(&error), (UChar32)scalar);
}

int32_t bicu_nfc(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = unorm2_normalize(nfc(&error), units(text), length, (UChar *)out, capacity, &error);
  *status = error;
  return count;
}

int32_t bicu_nfkd(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&error);
  int32_t count = unorm2_normalize(nfkd, units(text), length, (UChar *)out, capacity, &error);
  *status = error;
  return count;
}

int32_t bicu_fold(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = u_strFoldCase((UChar *)out, capacity, units(text), length, U_FOLD_CASE_DEFAULT, &error);
  *status = error;
  return count;
}

int32_t bicu_from_utf8(const uint8_t *bytes, int32_t length, uint16_t *out, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = 0;
  u_strFromUTF8((UChar *)out, capacity, &count, (const char *)bytes, length, &error);
  *status = error;
  return count;
}

int32_t bicu_detect(const uint8_t *bytes, int32_t length, char (*names)[32], int32_t *confidences,
                    int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t found = 0, written = 0;
  UCharsetDetector *detector = ucsdet_open(&error);
  ucsdet_setText(detector, (const char *)bytes, length, &error);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &error);
  for (int32_t i = 0; U_SUCCESS(error) && i < found && written < capacity; i++) {
    const char *name = ucsdet_getName(matches[i], &error);
    int32_t confidence = ucsdet_getConfidence(matches[i], &error);
    if (U_FAILURE(error) || strlen(name) >= 32) continue;
    strcpy(names[written], name);
    confidences[written++] = confidence;
  }
  if (detector != NULL) ucsdet_close(detector);
  *status = error;
  return written;
}

int32_t bicu_decode(const char *charset, const uint8_t *bytes, int32_t length, uint16_t *out, int32_t *offsets,
                    int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &error);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  const char *source = (const char *)bytes;
  UChar *target = (UChar *)out;
  if (U_SUCCESS(error))
    ucnv_toUnicode(converter, &target, target + capacity, &source, source + length, offsets, 1, &error);
  if (converter != NULL) ucnv_close(converter);
  *status = error;
  return (int32_t)(target - (UChar *)out);
}

void bicu_categories(uint8_t *out) {
  for (uint32_t unit = 0; unit < 0x10000; unit++) out[unit] = (uint8_t)u_charType((UChar32)unit);
}

void bicu_sentence_terminals(uint8_t *out) {
  for (uint32_t unit = 0; unit < 0x10000; unit++)
    out[unit] = u_hasBinaryProperty((UChar32)unit, UCHAR_S_TERM) ? 1 : 0;
}

void bicu_simple_folds(uint16_t *out) {
  for (uint32_t unit = 0; unit < 0x10000; unit++) {
    UChar32 folded = u_foldCase((UChar32)unit, U_FOLD_CASE_DEFAULT);
    out[unit] = folded < 0x10000 ? (uint16_t)folded : (uint16_t)unit;
  }
}

void bicu_base_letters(uint16_t *out, uint32_t count) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
  for (uint32_t unit = 0; unit < count; unit++) {
    UChar parts[8];
    UChar32 base = (UChar32)unit;
    UErrorCode failure = error;
    int32_t length = U_FAILURE(failure) ? -1 : unorm2_getDecomposition(nfd, base, parts, 8, &failure);
    if (U_SUCCESS(failure) && length > 0) {
      int32_t next = 1;
      while (next < length && u_charType(parts[next]) == U_NON_SPACING_MARK) next++;
      if (next == length) base = parts[0];
    }
    UChar32 folded = u_foldCase(base, U_FOLD_CASE_DEFAULT);
    out[unit] = u_charType(base) == U_NON_SPACING_MARK ? 0 : folded < 0x10000 ? (uint16_t)folded : (uint16_t)unit;
  }
}

int32_t bicu_category(uint32_t scalar) { return u_charType((UChar32)scalar); }

int32_t bicu_calendar_name(const char *locale, int32_t kind, int32_t index, uint16_t *out, int32_t capacity,
                           int32_t *status) {
  static const UDateFormatSymbolType types[] = {UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_WEEKDAYS, UDAT_SHORT_WEEKDAYS};
  UErrorCode error = U_ZERO_ERROR;
  UDateFormat *format = udat_open(UDAT_DEFAULT, UDAT_DEFAULT, locale, NULL, 0, NULL, 0, &error);
  int32_t count = 0;
  if (U_SUCCESS(error)) /* weekday symbols are numbered from 1 */
    count = udat_getSymbols(format, types[kind], kind >= 2 ? index + 1 : index, (UChar *)out, capacity, &error);
  if (format != NULL) udat_close(format);
  *status = error;
  return count;
}

int32_t bicu_language_name(const char *language, const char *locale, uint16_t *out, int32_t capacity,
                           int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = uloc_getDisplayLanguage(language, locale, (UChar *)out, capacity, &error);
  *status = error;
  return count;
}

int32_t bicu_region_name(const char *region, const char *locale, uint16_t *out, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  char id[16] = "und_";
  strncat(id, region, sizeof id - 5);
  int32_t count = uloc_getDisplayCountry(id, locale, (UChar *)out, capacity, &error);
  *status = error;
  return count;
}

int32_t bicu_currency_name(const char *currency, const char *locale, uint16_t *out, int32_t capacity,
                           int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar code[4] = {0};
  UBool is_choice = 0;
  int32_t count = 0;
  for (int i = 0; i < 3 && currency[i] != 0; i++) code[i] = (UChar)currency[i];
  const UChar *name = ucurr_getPluralName(code, locale, &is_choice, "one", &count, &error);
  if (U_SUCCESS(error) && count <= capacity) memcpy(out, name, (size_t)count * sizeof *out);
  *status = error;
  return count;
}

static int32_t add_code(char (*codes)[8], int32_t count, int32_t capacity, const char *code) {
  if (count >= capacity || strlen(code) >= 8) return count;
  strcpy(codes[count], code);
  return count + 1;
}

int32_t bicu_codes(int32_t kind, char (*codes)[8], int32_t capacity) {
  int32_t count = 0;
  if (kind == BICU_CURRENCIES) {
    UErrorCode error = U_ZERO_ERROR;
    UEnumeration *all = ucurr_openISOCurrencies(UCURR_ALL, &error);
    for (const char *code; U_SUCCESS(error) && (code = uenum_next(all, NULL, &error)) != NULL;)
      count = add_code(codes, count, capacity, code);
    uenum_close(all);
    return count;
  }
  const char *const *all = kind == BICU_REGIONS ? uloc_getISOCountries() : uloc_getISOLanguages();
  for (; *all != NULL; all++) count = add_code(codes, count, capacity, *all);
  return count;
}
