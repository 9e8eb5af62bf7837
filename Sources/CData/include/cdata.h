/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0

   Read-only data linked into the binary. */
#ifndef BREVE_CDATA_H
#define BREVE_CDATA_H
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *name; /* as `fr.txt` */
  const uint8_t *bytes;
  size_t length;
} bdata_file;

/* The file at `index` of all that are linked in, by name; NULL past the last. */
const bdata_file *bdata_at(size_t index);
#endif
