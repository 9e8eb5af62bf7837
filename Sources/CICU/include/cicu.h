/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0

   The part of ICU that Breve uses, under stable names of its own. No ICU header is included here: ICU's symbols
   carry their version, and headers that Swift can see clash with Foundation's own copy of ICU.
   Text is UTF-16, lengths are in code units, and `status` is a UErrorCode (greater than 0 is a failure). */
#ifndef BREVE_CICU_H
#define BREVE_CICU_H
#include <stddef.h>
#include <stdint.h>

typedef struct bicu_breaks bicu_breaks;
enum { BICU_CHARACTER = 0, BICU_WORD = 1, BICU_SENTENCE = 3 };

const char *bicu_error_name(int32_t status);
const char *bicu_version(void);
const char *bicu_unicode_version(void);

/* Boundaries. `bicu_breaks_all` writes every boundary after 0, the end included, and returns how many there are;
   with `statuses` (may be NULL) it writes each boundary's rule status beside it. */
bicu_breaks *bicu_breaks_open(int32_t kind, const char *locale, int32_t *status);
void bicu_breaks_close(bicu_breaks *breaks);
size_t bicu_breaks_all(bicu_breaks *breaks, const uint16_t *text, int32_t length, int32_t *boundaries,
                       int32_t *statuses, size_t capacity, int32_t *status);

/* Normalization form C. `bicu_nfc_span` returns how much of the text is certainly NFC already. */
int32_t bicu_nfc_span(const uint16_t *text, int32_t length, int32_t *status);
int32_t bicu_nfc_boundary_before(uint32_t scalar);
int32_t bicu_nfc(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity, int32_t *status);
/* Normalization form KD; returns the length that is needed, as ICU does. */
int32_t bicu_nfkd(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity, int32_t *status);

/* Full case folding (toNFKC is not applied). */
int32_t bicu_fold(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity, int32_t *status);

/* UTF-8 to UTF-16; invalid input is an error. */
int32_t bicu_from_utf8(const uint8_t *bytes, int32_t length, uint16_t *out, int32_t capacity, int32_t *status);

/* Charset detection: writes up to `capacity` names (pointers owned by ICU) and confidences, best first. */
int32_t bicu_detect(const uint8_t *bytes, int32_t length, char (*names)[32], int32_t *confidences,
                    int32_t capacity, int32_t *status);
/* Decodes `bytes`; offsets[i] is where unit i began in `bytes`. An undecodable byte is an error. */
int32_t bicu_decode(const char *charset, const uint8_t *bytes, int32_t length, uint16_t *out, int32_t *offsets,
                    int32_t capacity, int32_t *status);

/* Unicode general category (UCharCategory) of each unit 0...0xFFFF, and of one scalar. */
void bicu_categories(uint8_t *out);
int32_t bicu_category(uint32_t scalar);

/* Whether each unit 0...0xFFFF has the property Sentence_Terminal (1) or not (0). */
void bicu_sentence_terminals(uint8_t *out);

/* The simple case folding of each unit 0...0xFFFF. */
void bicu_simple_folds(uint16_t *out);

/* The simple case folding of every unit below `count` without its accents; 0 for marks that combine. */
void bicu_base_letters(uint16_t *out, uint32_t count);

/* Calendar names in a locale: kind 0 months, 1 short months, 2 weekdays (Sunday first), 3 short weekdays; index from 0. */
int32_t bicu_calendar_name(const char *locale, int32_t kind, int32_t index, uint16_t *out, int32_t capacity,
                           int32_t *status);
/* The name of a language (`fr`) in the words of `locale`. */
int32_t bicu_language_name(const char *language, const char *locale, uint16_t *out, int32_t capacity,
                           int32_t *status);
/* The name of a region (`ML`, `015`) in the words of `locale`; its length in units. */
int32_t bicu_region_name(const char *region, const char *locale, uint16_t *out, int32_t capacity, int32_t *status);
/* The name of one unit of a currency (`EUR`), as it stands in a sentence. */
int32_t bicu_currency_name(const char *currency, const char *locale, uint16_t *out, int32_t capacity,
                           int32_t *status);
enum { BICU_REGIONS = 0, BICU_LANGUAGES = 1, BICU_CURRENCIES = 2 };
/* The ISO codes of one kind that ICU knows, each ended by NUL; their number. */
int32_t bicu_codes(int32_t kind, char (*codes)[8], int32_t capacity);
#endif
