/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#include "ccurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* The library is opened by name and not linked, so that a run that asks no server does not load it. */
static struct {
  CURL *(*init)(void);
  CURLcode (*setopt)(CURL *, CURLoption, ...);
  CURLcode (*perform)(CURL *);
  CURLcode (*getinfo)(CURL *, CURLINFO, ...);
  void (*cleanup)(CURL *);
  const char *(*strerror)(CURLcode);
  struct curl_slist *(*append)(struct curl_slist *, const char *);
  void (*free_all)(struct curl_slist *);
  int is_there;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.so"};
  void *handle = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && handle == NULL; i++)
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  CURLcode (*global)(long);
  *(void **)&global = dlsym(handle, "curl_global_init");
  *(void **)&library.init = dlsym(handle, "curl_easy_init");
  *(void **)&library.setopt = dlsym(handle, "curl_easy_setopt");
  *(void **)&library.perform = dlsym(handle, "curl_easy_perform");
  *(void **)&library.getinfo = dlsym(handle, "curl_easy_getinfo");
  *(void **)&library.cleanup = dlsym(handle, "curl_easy_cleanup");
  *(void **)&library.strerror = dlsym(handle, "curl_easy_strerror");
  *(void **)&library.append = dlsym(handle, "curl_slist_append");
  *(void **)&library.free_all = dlsym(handle, "curl_slist_free_all");
  library.is_there = global && library.init && library.setopt && library.perform && library.getinfo &&
                     library.cleanup && library.strerror && library.append && library.free_all &&
                     global(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

struct transfer {
  struct bcurl_response *response;
  size_t room;
  size_t most;
  int is_too_much;
  bcurl_asks is_cancelled;
  const void *context;
};

static size_t take(char *bytes, size_t size, size_t count, void *data) {
  struct transfer *transfer = data;
  struct bcurl_response *response = transfer->response;
  size_t more = size * count;
  if (more > transfer->most - response->length) {
    transfer->is_too_much = 1;
    return 0;
  }
  if (response->length + more > transfer->room) {
    size_t room = 2 * (response->length + more);
    uint8_t *body = realloc(response->body, room);
    if (body == NULL) return 0;
    response->body = body;
    transfer->room = room;
  }
  if (more > 0) memcpy(response->body + response->length, bytes, more);
  response->length += more;
  return more;
}

static int go_on(void *data, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
  (void)a, (void)b, (void)c, (void)d;
  struct transfer *transfer = data;
  return transfer->is_cancelled != NULL && transfer->is_cancelled(transfer->context) != 0;
}

static int32_t outcome(CURLcode code, const struct transfer *transfer) {
  switch (code) {
  case CURLE_OK: return BCURL_DONE;
  case CURLE_OPERATION_TIMEDOUT: return BCURL_TIMED_OUT;
  case CURLE_ABORTED_BY_CALLBACK: return BCURL_CANCELLED;
  case CURLE_WRITE_ERROR: return transfer->is_too_much ? BCURL_TOO_MUCH : BCURL_BROKEN;
  case CURLE_PARTIAL_FILE:
  case CURLE_GOT_NOTHING:
  case CURLE_RECV_ERROR:
  case CURLE_SEND_ERROR:
  case CURLE_WEIRD_SERVER_REPLY:
  case CURLE_UNSUPPORTED_PROTOCOL: return BCURL_BROKEN;
  default: return BCURL_NO_CONNECTION;
  }
}

void bcurl_perform(const char *url, const char *const *headers, size_t count, const uint8_t *body,
                   size_t length, int32_t direct, int64_t milliseconds, size_t most,
                   bcurl_asks is_cancelled, const void *context, struct bcurl_response *response) {
  memset(response, 0, sizeof *response);
  response->outcome = BCURL_NO_LIBRARY;
  pthread_once(&once, load);
  if (!library.is_there) return;
  CURL *curl = library.init();
  if (curl == NULL) return;
  struct transfer transfer = {response, 0, most, 0, is_cancelled, context};
  struct curl_slist *list = NULL;
  for (size_t i = 0; i < count; i++) list = library.append(list, headers[i]);
  char message[CURL_ERROR_SIZE] = "";
  library.setopt(curl, CURLOPT_URL, url);
  library.setopt(curl, CURLOPT_HTTPHEADER, list);
  library.setopt(curl, CURLOPT_USERAGENT, "breve");
  library.setopt(curl, CURLOPT_NOSIGNAL, 1L);
  library.setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  library.setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  library.setopt(curl, CURLOPT_TIMEOUT_MS, (long)milliseconds);
  library.setopt(curl, CURLOPT_ERRORBUFFER, message);
  library.setopt(curl, CURLOPT_WRITEFUNCTION, take);
  library.setopt(curl, CURLOPT_WRITEDATA, &transfer);
  library.setopt(curl, CURLOPT_NOPROGRESS, 0L);
  library.setopt(curl, CURLOPT_XFERINFOFUNCTION, go_on);
  library.setopt(curl, CURLOPT_XFERINFODATA, &transfer);
  if (direct) library.setopt(curl, CURLOPT_PROXY, "");
  if (body != NULL) {
    library.setopt(curl, CURLOPT_POST, 1L);
    library.setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
    library.setopt(curl, CURLOPT_POSTFIELDS, body);
  }
  CURLcode code = library.perform(curl);
  response->outcome = outcome(code, &transfer);
  long status = 0;
  curl_off_t after = 0;
  library.getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  library.getinfo(curl, CURLINFO_RETRY_AFTER, &after);
  response->status = (int32_t)status;
  response->retry_after = after > 0 && after < 86400 ? (int32_t)after : 0;
  const char *words = message[0] != 0 ? message : library.strerror(code);
  if (code != CURLE_OK) strncpy(response->message, words, sizeof response->message - 1);
  library.free_all(list);
  library.cleanup(curl);
}

void bcurl_free(struct bcurl_response *response) {
  free(response->body);
  response->body = NULL;
}
