/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#ifndef BREVE_CXML2_H
#define BREVE_CXML2_H
#include <stddef.h>
#include <stdint.h>

/* A reader of XML that is fed with bytes and gives events. It loads nothing: no DTD, no entity, no address. Entities that
   the document itself declares are put in up to a bound. */
typedef struct bxml_reader bxml_reader;

enum { BXML_START = 1, BXML_END = 2, BXML_TEXT = 3, BXML_INSTRUCTION = 4 };

/* Offsets are those of the document in UTF-8; `text` counts from the start of the text of the batch. `prefix` is -1
   where a name has none. */
typedef struct {
  int32_t kind;
  int32_t name;
  int32_t prefix;
  int32_t depth;
  int64_t line;
  int64_t text;
  int64_t text_length;
  int32_t first_attribute;
  int32_t attributes;
} bxml_event;

/* The name is the one written, with its prefix. */
typedef struct {
  int32_t name;
  int32_t padding;
  int64_t text;
  int64_t text_length;
} bxml_attribute;

/* What was put right in a damaged document, in its order. */
typedef struct {
  int32_t kind;
  uint32_t value;
  int64_t line;
} bxml_mend;
enum { BXML_CONTROL = 1, BXML_BYTE = 2, BXML_AMPERSAND = 3, BXML_ENTITY = 4 };

/* Faults of ours; the others are libxml2's. */
enum {
  BXML_TOO_DEEP = 100001,
  BXML_TOO_LONG = 100002,
  BXML_ENTITY_BOMB = 100003,
  BXML_ENTITY_MARKUP = 100004,
  BXML_EXTERNAL_ENTITY = 100005,
  BXML_UNKNOWN_ENCODING = 100006,
  BXML_BAD_ENCODING = 100007,
  BXML_NO_MEMORY = 100008,
  BXML_ENTITY_IN_ATTRIBUTE = 100009,
};

/* `mends`: put right what is wrong with single characters, and list it. */
bxml_reader *bxml_open(int32_t mends);
void bxml_close(bxml_reader *reader);

/* The number of a name; the same for the same name. -1 without memory. */
int32_t bxml_intern(bxml_reader *reader, const char *name);
/* The name of a number, and of a prefix. */
const char *bxml_name(const bxml_reader *reader, int32_t number);

/* Takes the next bytes, the last ones with `is_last`, and makes a new batch of events. 0, or the code of a fault; the
   events before the fault are in the batch. */
int32_t bxml_feed(bxml_reader *reader, const uint8_t *bytes, size_t length, int32_t is_last);
const bxml_event *bxml_events(const bxml_reader *reader, size_t *count);
const bxml_attribute *bxml_attributes(const bxml_reader *reader);
const uint8_t *bxml_text(const bxml_reader *reader);
const bxml_mend *bxml_mends(const bxml_reader *reader, size_t *count);

/* Of the last fault. Columns count characters from 1. */
const char *bxml_fault_message(const bxml_reader *reader);
int64_t bxml_fault_line(const bxml_reader *reader);
int64_t bxml_fault_column(const bxml_reader *reader);
/* The part of the line around the fault, and the characters of it before the fault. */
const char *bxml_fault_excerpt(const bxml_reader *reader, int64_t *before);

/* After a fault: goes on at the next start of `element`, as if the `count` elements in `ancestors` were open. Their
   events do not come again. Makes a new batch; to be called when the last one is used up. */
int32_t bxml_resume(bxml_reader *reader, const char *element, const char *const *ancestors, int32_t count);

/* The encoding that was read, as `UTF-8`. */
const char *bxml_encoding(const bxml_reader *reader);
/* How many elements are open. */
int32_t bxml_depth(const bxml_reader *reader);
#endif
