/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#include "cstemmer.h"

#include <libstemmer.h>

bstem_stemmer *bstem_open(const char *language) { return (bstem_stemmer *)sb_stemmer_new(language, "UTF_8"); }

void bstem_close(bstem_stemmer *stemmer) { sb_stemmer_delete((struct sb_stemmer *)stemmer); }

const uint8_t *bstem_stem(bstem_stemmer *stemmer, const uint8_t *word, int32_t count) {
  return sb_stemmer_stem((struct sb_stemmer *)stemmer, word, count);
}
