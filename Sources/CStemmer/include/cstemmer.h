/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#ifndef BREVE_CSTEMMER_H
#define BREVE_CSTEMMER_H
#include <stdint.h>

typedef struct bstem_stemmer bstem_stemmer;

/* Opens the Snowball stemmer of a language (ISO 639, as "fr"); NULL if there is none. Not to be used on two threads at once. */
bstem_stemmer *bstem_open(const char *language);
void bstem_close(bstem_stemmer *stemmer);
/* The stem of `word` (UTF-8, small letters), ended by NUL; it stays until the next call. NULL if there is no memory. */
const uint8_t *bstem_stem(bstem_stemmer *stemmer, const uint8_t *word, int32_t count);
#endif
