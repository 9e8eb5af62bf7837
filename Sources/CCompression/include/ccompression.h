/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#ifndef BREVE_CCOMPRESSION_H
#define BREVE_CCOMPRESSION_H
#include <stddef.h>
#include <stdint.h>

/* gzip by zlib and xz by liblzma, both ways, a piece at a time. */
typedef struct bcomp_stream bcomp_stream;
enum { BCOMP_GZIP = 1, BCOMP_XZ = 2 };
enum { BCOMP_OK = 0, BCOMP_DAMAGED = 1, BCOMP_NO_MEMORY = 2, BCOMP_TOO_BIG = 3, BCOMP_CUT = 4 };

/* NULL without memory. */
bcomp_stream *bcomp_open(int32_t kind, int32_t compresses);
void bcomp_close(bcomp_stream *stream);

/* Takes bytes from `in` and puts bytes to `out`; says how many. `is_last`: nothing comes after `in`. Several gzip members
   or xz streams one after the other are one. `is_done` is set when all has come out. */
int32_t bcomp_step(
  bcomp_stream *stream, const uint8_t *in, size_t in_length, size_t *taken, uint8_t *out, size_t room, size_t *put,
  int32_t is_last, int32_t *is_done);

/* CRC-32 as gzip and ZIP have it. */
uint32_t bcomp_checksum(const uint8_t *bytes, size_t length);
#endif
