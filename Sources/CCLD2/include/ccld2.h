/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#ifndef BREVE_CCLD2_H
#define BREVE_CCLD2_H
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
/* The likeliest language of UTF-8 text: writes a BCP 47 tag of at most 15 bytes, and returns the share of the text in
   that language in percent (0: none found); `reliable` is CLD2's own opinion. */
int32_t bcld2_detect(const uint8_t *text, int32_t length, char *tag, int32_t *reliable);
#ifdef __cplusplus
}
#endif
#endif
