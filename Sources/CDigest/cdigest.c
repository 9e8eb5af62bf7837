/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#include "cdigest.h"

#include <nettle/sha2.h>
#include <nettle/version.h>

void bdigest_sha256(const uint8_t *bytes, size_t length, uint8_t *out) {
  struct sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, length, bytes);
  /* The signature of sha256_digest changed with nettle 4. */
#if defined(NETTLE_VERSION_MAJOR) && NETTLE_VERSION_MAJOR >= 4
  sha256_digest(&context, out);
#else
  sha256_digest(&context, SHA256_DIGEST_SIZE, out);
#endif
}
