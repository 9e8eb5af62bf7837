/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#ifndef BREVE_CCURL_H
#define BREVE_CCURL_H
#include <stddef.h>
#include <stdint.h>

enum {
  BCURL_DONE = 0,
  BCURL_NO_LIBRARY = 1,
  BCURL_NO_CONNECTION = 2, /* no name, no host, refused, TLS */
  BCURL_TIMED_OUT = 3,
  BCURL_CANCELLED = 4,
  BCURL_TOO_MUCH = 5,
  BCURL_BROKEN = 6 /* the answer ended too early, or is no HTTP */
};

struct bcurl_response {
  int32_t outcome;
  int32_t status;       /* of HTTP; 0 if there was none */
  int32_t retry_after;  /* seconds the server asks for; 0 if it does not */
  uint8_t *body;
  size_t length;
  char message[256];    /* the library's words for a failure */
};

/* Asked now and then whether to give up. */
typedef int32_t (*bcurl_asks)(const void *context);

/* Sends `body` by POST, or a GET if it is NULL. `headers` are `count` lines. No redirect is followed and, if `direct`, no
   proxy is used. The library is loaded at the first call. */
void bcurl_perform(const char *url, const char *const *headers, size_t count, const uint8_t *body,
                   size_t length, int32_t direct, int64_t milliseconds, size_t most,
                   bcurl_asks is_cancelled, const void *context, struct bcurl_response *response);

void bcurl_free(struct bcurl_response *response);
#endif
