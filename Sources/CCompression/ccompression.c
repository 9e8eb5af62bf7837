/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#include "ccompression.h"

#include <lzma.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* What a file made by `xz -9` needs, and some. */
#define XZ_MEMORY (96u << 20)

struct bcomp_stream {
  int32_t kind, compresses, is_between;
  z_stream zlib;
  lzma_stream lzma;
};

bcomp_stream *bcomp_open(int32_t kind, int32_t compresses) {
  bcomp_stream *s = calloc(1, sizeof *s);
  if (s == NULL) return NULL;
  s->kind = kind;
  s->compresses = compresses;
  int done;
  if (kind == BCOMP_GZIP) {
    /* 16: with gzip's header. */
    done = compresses ? deflateInit2(&s->zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK
                      : inflateInit2(&s->zlib, 15 + 16) == Z_OK;
  } else {
    lzma_stream empty = LZMA_STREAM_INIT;
    s->lzma = empty;
    done = compresses ? lzma_easy_encoder(&s->lzma, 6, LZMA_CHECK_CRC64) == LZMA_OK
                      : lzma_stream_decoder(&s->lzma, XZ_MEMORY, LZMA_CONCATENATED) == LZMA_OK;
  }
  if (!done) {
    free(s);
    return NULL;
  }
  return s;
}

void bcomp_close(bcomp_stream *s) {
  if (s == NULL) return;
  if (s->kind == BCOMP_XZ) lzma_end(&s->lzma);
  else if (s->compresses) deflateEnd(&s->zlib);
  else inflateEnd(&s->zlib);
  free(s);
}

static int32_t gzip_step(bcomp_stream *s, int32_t is_last, int32_t *is_done) {
  z_stream *z = &s->zlib;
  if (s->compresses) {
    int result = deflate(z, is_last ? Z_FINISH : Z_NO_FLUSH);
    *is_done = result == Z_STREAM_END;
    return result == Z_STREAM_ERROR ? BCOMP_DAMAGED : BCOMP_OK;
  }
  if (s->is_between) {
    /* Zeros may fill up the end of a tape or a disk. */
    while (z->avail_in > 0 && *z->next_in == 0) z->next_in++, z->avail_in--;
    if (z->avail_in == 0) {
      *is_done = is_last;
      return BCOMP_OK;
    }
    if (inflateReset(z) != Z_OK) return BCOMP_DAMAGED;
    s->is_between = 0;
  }
  int result = inflate(z, Z_NO_FLUSH);
  if (result == Z_STREAM_END) {
    s->is_between = 1;
    *is_done = is_last && z->avail_in == 0;
    return BCOMP_OK;
  }
  if (result == Z_MEM_ERROR) return BCOMP_NO_MEMORY;
  if (result == Z_BUF_ERROR || result == Z_OK)
    return is_last && z->avail_in == 0 && z->avail_out > 0 ? BCOMP_CUT : BCOMP_OK;
  return BCOMP_DAMAGED;
}

static int32_t xz_step(bcomp_stream *s, int32_t is_last, int32_t *is_done) {
  lzma_ret result = lzma_code(&s->lzma, is_last ? LZMA_FINISH : LZMA_RUN);
  switch (result) {
    case LZMA_OK: return BCOMP_OK;
    case LZMA_STREAM_END: *is_done = 1; return BCOMP_OK;
    case LZMA_BUF_ERROR: return is_last && s->lzma.avail_out > 0 ? BCOMP_CUT : BCOMP_OK;
    case LZMA_MEM_ERROR: return BCOMP_NO_MEMORY;
    case LZMA_MEMLIMIT_ERROR: return BCOMP_TOO_BIG;
    default: return BCOMP_DAMAGED;
  }
}

uint32_t bcomp_checksum(const uint8_t *bytes, size_t length) {
  return bytes == NULL ? 0 : (uint32_t)crc32_z(0, bytes, length);
}

int32_t bcomp_step(
  bcomp_stream *s, const uint8_t *in, size_t in_length, size_t *taken, uint8_t *out, size_t room, size_t *put,
  int32_t is_last, int32_t *is_done) {
  *is_done = 0;
  static const uint8_t nothing = 0;
  if (in == NULL) in = &nothing;
  int32_t result;
  if (s->kind == BCOMP_GZIP) {
    s->zlib.next_in = (Bytef *)in;
    s->zlib.avail_in = (uInt)in_length;
    s->zlib.next_out = out;
    s->zlib.avail_out = (uInt)room;
    result = gzip_step(s, is_last, is_done);
    *taken = in_length - s->zlib.avail_in;
    *put = room - s->zlib.avail_out;
  } else {
    s->lzma.next_in = in;
    s->lzma.avail_in = in_length;
    s->lzma.next_out = out;
    s->lzma.avail_out = room;
    result = xz_step(s, is_last, is_done);
    *taken = in_length - s->lzma.avail_in;
    *put = room - s->lzma.avail_out;
  }
  return result;
}
