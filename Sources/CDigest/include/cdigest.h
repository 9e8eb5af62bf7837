/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#ifndef BREVE_CDIGEST_H
#define BREVE_CDIGEST_H
#include <stddef.h>
#include <stdint.h>

/* SHA-256 (FIPS 180-4) of `bytes` into 32 bytes at `out`. */
void bdigest_sha256(const uint8_t *bytes, size_t length, uint8_t *out);
#endif
