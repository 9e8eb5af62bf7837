/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#include "cxml2.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
  MAX_DEPTH = 128,           /* TMX and TBX have fewer than 12 levels */
  MAX_TAG = 1 << 16,         /* bytes of one start tag */
  MAX_MARKUP = 1 << 22,      /* bytes of one comment, or of the declarations before the root */
  MAX_ENTITIES = 64,         /* that a document declares */
  MAX_ENTITY = 1 << 12,      /* bytes of one of them as declared */
  MAX_EXPANSION = 1 << 14,   /* bytes of one of them put in */
  MAX_EXPANSIONS = 1 << 20,  /* bytes of all of them put in */
  PIECE = 1 << 14,           /* bytes given to libxml2 at once */
  EXCERPT = 96,              /* bytes shown before and after a fault */
  MAX_MENDS = 1 << 16,
};

typedef struct {
  uint8_t *bytes;
  size_t count, room;
} buffer;

typedef struct {
  char *name, *content;
} entity;

typedef struct {
  int32_t name;
  int64_t line;
} open_element;

struct bxml_reader {
  xmlParserCtxtPtr parser;
  xmlSAXHandler handler;
  int32_t mends;

  /* The document in UTF-8: window.bytes[0] stands at `base`, line `base_line`, column `base_column` (from 0). */
  buffer window;
  int64_t base, base_line, base_column;
  /* The first byte that libxml2 has not been given. */
  int64_t given;
  /* What libxml2 calls offset 0; negative after a resumption. */
  int64_t origin;
  int64_t scan, scan_line;
  /* The last place whose line and column (from 0) were asked for. */
  int64_t mark, mark_line, mark_column;

  /* What was not decoded yet, and what was decoded and not mended yet. */
  buffer raw, decoded;
  int32_t knows_encoding, is_seeking, is_last, has_root, skipped;
  char encoding[48];
  iconv_t converter;
  int32_t is_in; /* of the mender: 0 content, 1 comment, 2 CDATA, 3 instruction, 4 declaration */
  int32_t brackets, has_declarations;
  int64_t mend_line;

  bxml_event *events;
  size_t event_count, event_room;
  bxml_attribute *attributes;
  size_t attribute_count, attribute_room;
  buffer text;
  bxml_mend *mend_list;
  size_t mend_count, mend_room;

  char **names;
  int32_t name_count, name_room;
  int32_t *slots; /* open addressing; -1 is free */
  int32_t slot_count;

  entity entities[MAX_ENTITIES];
  int32_t entity_count;
  xmlEntity stand_in;
  char *expansion;
  size_t expanded;

  open_element stack[MAX_DEPTH + 1];
  int32_t depth;

  int32_t fault;
  int64_t fault_offset, fault_line, fault_column, excerpt_before;
  /* No resumption before this one. */
  int64_t least;
  char message[512];
  char excerpt[2 * EXCERPT + 32];
  char seek[64], prologue[256];
  int32_t ancestors;
};

/* Buffers. */

static int reserve(buffer *b, size_t more) {
  if (b->count + more <= b->room) return 1;
  size_t room = b->room ? b->room : 4096;
  while (room < b->count + more) room *= 2;
  uint8_t *bytes = realloc(b->bytes, room);
  if (bytes == NULL) return 0;
  b->bytes = bytes;
  b->room = room;
  return 1;
}

static int append(buffer *b, const void *bytes, size_t count) {
  if (count == 0) return 1;
  if (!reserve(b, count)) return 0;
  memcpy(b->bytes + b->count, bytes, count);
  b->count += count;
  return 1;
}

static void drop(buffer *b, size_t count) {
  if (count == 0) return;
  memmove(b->bytes, b->bytes + count, b->count - count);
  b->count -= count;
}

/* Names. */

static uint32_t hash(const char *name, size_t length) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < length; i++) h = (h ^ (uint8_t)name[i]) * 16777619u;
  return h;
}

static int32_t intern(bxml_reader *r, const char *name, size_t length) {
  if (r->name_count * 2 >= r->slot_count) {
    int32_t count = r->slot_count ? r->slot_count * 2 : 256;
    int32_t *slots = malloc((size_t)count * sizeof *slots);
    if (slots == NULL) return -1;
    memset(slots, 0xFF, (size_t)count * sizeof *slots);
    for (int32_t i = 0; i < r->name_count; i++) {
      uint32_t at = hash(r->names[i], strlen(r->names[i])) & (uint32_t)(count - 1);
      while (slots[at] >= 0) at = (at + 1) & (uint32_t)(count - 1);
      slots[at] = i;
    }
    free(r->slots);
    r->slots = slots;
    r->slot_count = count;
  }
  uint32_t mask = (uint32_t)(r->slot_count - 1);
  uint32_t at = hash(name, length) & mask;
  while (r->slots[at] >= 0) {
    const char *other = r->names[r->slots[at]];
    if (strncmp(other, name, length) == 0 && other[length] == 0) return r->slots[at];
    at = (at + 1) & mask;
  }
  /* A document that invents names without end gets one name for all of them. */
  if (r->name_count >= 1 << 14) return 0;
  if (r->name_count == r->name_room) {
    int32_t room = r->name_room ? r->name_room * 2 : 128;
    char **names = realloc(r->names, (size_t)room * sizeof *names);
    if (names == NULL) return -1;
    r->names = names;
    r->name_room = room;
  }
  char *copy = strndup(name, length);
  if (copy == NULL) return -1;
  r->names[r->name_count] = copy;
  r->slots[at] = r->name_count;
  return r->name_count++;
}

int32_t bxml_intern(bxml_reader *r, const char *name) { return intern(r, name, strlen(name)); }

const char *bxml_name(const bxml_reader *r, int32_t number) {
  return number < 0 || number >= r->name_count ? "" : r->names[number];
}

/* Places. */

static void count_place(const uint8_t *bytes, size_t count, int64_t *line, int64_t *column) {
  const uint8_t *end = bytes + count, *start = bytes, *next;
  while ((next = memchr(start, '\n', (size_t)(end - start))) != NULL) {
    (*line)++;
    *column = 0;
    start = next + 1;
  }
  for (; start < end; start++) *column += (*start & 0xC0) != 0x80;
}

/* Brings the mark to a place in the window: from the last fault on, where it is before that place; a file may have a
   fault in every line. */
static void place_at(bxml_reader *r, size_t at) {
  int64_t offset = r->base + (int64_t)at;
  if (r->mark < r->base || r->mark > offset) {
    r->mark = r->base;
    r->mark_line = r->base_line;
    r->mark_column = r->base_column;
  }
  count_place(
    r->window.bytes + (r->mark - r->base), (size_t)(offset - r->mark), &r->mark_line, &r->mark_column);
  r->mark = offset;
}

static int64_t line_at(bxml_reader *r, int64_t offset) {
  if (offset <= r->scan) return r->scan_line;
  int64_t end = r->base + (int64_t)r->window.count;
  if (offset > end) offset = end;
  const uint8_t *bytes = r->window.bytes + (r->scan - r->base);
  const uint8_t *stop = r->window.bytes + (offset - r->base), *next;
  while (bytes < stop && (next = memchr(bytes, '\n', (size_t)(stop - bytes))) != NULL) {
    r->scan_line++;
    bytes = next + 1;
  }
  r->scan = offset;
  return r->scan_line;
}

/* Where libxml2 is. */
static int64_t position(bxml_reader *r) {
  xmlParserInputPtr input = r->parser ? r->parser->input : NULL;
  if (input == NULL) return r->given;
  return r->origin + (int64_t)input->consumed + (int64_t)(input->cur - input->base);
}

/* Whether a fault may be one of `&name;` or `&#1;`, whose start is then shown. */
static int is_of_reference(int32_t code) {
  switch (code) {
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_UNDECLARED_ENTITY:
    case BXML_ENTITY_BOMB:
    case BXML_ENTITY_MARKUP:
    case BXML_EXTERNAL_ENTITY:
    case BXML_ENTITY_IN_ATTRIBUTE: return 1;
    default: return 0;
  }
}

/* Where the reference begins that `at` is in or behind; `at` if it is in none. */
static size_t reference_start(const uint8_t *bytes, size_t at) {
  size_t start = at;
  while (start > 0 && at - start < 64) {
    uint8_t c = bytes[--start];
    if (c == '&') return start;
    if (!isalnum(c) && strchr("#_-.:;", c) == NULL) return at;
  }
  return at;
}

static void set_fault(bxml_reader *r, int32_t code, const char *message, int64_t offset) {
  if (r->fault) return;
  r->fault = code;
  snprintf(r->message, sizeof r->message, "%s", message ? message : "");
  size_t length = strlen(r->message);
  while (length > 0 && isspace((unsigned char)r->message[length - 1])) r->message[--length] = 0;
  int64_t end = r->base + (int64_t)r->window.count;
  if (offset > end) offset = end;
  if (offset < r->base) offset = r->base;
  r->fault_offset = offset;
  size_t at = (size_t)(offset - r->base);
  if (is_of_reference(code)) at = reference_start(r->window.bytes, at);
  place_at(r, at);
  r->fault_line = r->mark_line;
  r->fault_column = r->mark_column + 1;
  size_t start = at, stop = at;
  const uint8_t *bytes = r->window.bytes;
  while (start > 0 && at - start < EXCERPT && bytes[start - 1] != '\n') start--;
  while (start < at && (bytes[start] & 0xC0) == 0x80) start++;
  while (stop < r->window.count && stop - at < EXCERPT && bytes[stop] != '\n' && bytes[stop] != '\r') stop++;
  while (stop > at && stop < r->window.count && (bytes[stop] & 0xC0) == 0x80) stop--;
  memcpy(r->excerpt, bytes + start, stop - start);
  r->excerpt[stop - start] = 0;
  r->excerpt_before = 0;
  for (size_t i = start; i < at; i++) r->excerpt_before += (bytes[i] & 0xC0) != 0x80;
}

static void stop(bxml_reader *r, int32_t code, const char *message) {
  set_fault(r, code, message, position(r));
  xmlStopParser(r->parser);
}

/* Events. */

static bxml_event *add_event(bxml_reader *r, int32_t kind) {
  if (r->event_count == r->event_room) {
    size_t room = r->event_room ? r->event_room * 2 : 1024;
    bxml_event *events = realloc(r->events, room * sizeof *events);
    if (events == NULL) {
      stop(r, BXML_NO_MEMORY, "");
      return NULL;
    }
    r->events = events;
    r->event_room = room;
  }
  bxml_event *event = &r->events[r->event_count++];
  memset(event, 0, sizeof *event);
  event->kind = kind;
  event->name = event->prefix = -1;
  event->depth = r->depth;
  return event;
}

/* The tag that ends where libxml2 is begins at the last '<': no value of an attribute holds one. */
static int64_t tag_start(bxml_reader *r) {
  xmlParserInputPtr input = r->parser->input;
  const xmlChar *at = input->cur;
  while (at > input->base && *at != '<') at--;
  if (at == input->cur && at > input->base) {
    at--;
    while (at > input->base && *at != '<') at--;
  }
  return position(r) - (int64_t)(input->cur - at);
}

/* libxml2 leaves each '&' of a value as `&#38;` for a later pass. */
static int append_value(buffer *text, const xmlChar *value, size_t length) {
  const xmlChar *end = value + length, *next;
  while ((next = memchr(value, '&', (size_t)(end - value))) != NULL) {
    if (!append(text, value, (size_t)(next - value) + 1)) return 0;
    value = next + 1;
    if (end - value >= 4 && memcmp(value, "#38;", 4) == 0) value += 4;
  }
  return append(text, value, (size_t)(end - value));
}

static void on_start(
  void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaces,
  const xmlChar **namespace_list, int count, int defaulted, const xmlChar **list) {
  bxml_reader *r = context;
  (void)uri, (void)namespaces, (void)namespace_list, (void)defaulted;
  if (r->fault) return;
  if (r->depth >= MAX_DEPTH) {
    stop(r, BXML_TOO_DEEP, "");
    return;
  }
  r->has_root = 1;
  int32_t name = intern(r, (const char *)local, strlen((const char *)local));
  int64_t line = line_at(r, tag_start(r));
  r->stack[r->depth].name = name;
  r->stack[r->depth].line = line;
  r->depth++;
  if (r->skipped > 0) {
    r->skipped--;
    return;
  }
  bxml_event *event = add_event(r, BXML_START);
  if (event == NULL) return;
  event->name = name;
  if (prefix) event->prefix = intern(r, (const char *)prefix, strlen((const char *)prefix));
  event->line = line;
  event->first_attribute = (int32_t)r->attribute_count;
  for (int i = 0; i < count; i++, list += 5) {
    if (r->attribute_count == r->attribute_room) {
      size_t room = r->attribute_room ? r->attribute_room * 2 : 1024;
      bxml_attribute *attributes = realloc(r->attributes, room * sizeof *attributes);
      if (attributes == NULL) {
        stop(r, BXML_NO_MEMORY, "");
        return;
      }
      r->attributes = attributes;
      r->attribute_room = room;
    }
    bxml_attribute *attribute = &r->attributes[r->attribute_count++];
    if (list[1]) {
      char both[256];
      int length = snprintf(both, sizeof both, "%s:%s", (const char *)list[1], (const char *)list[0]);
      attribute->name = intern(r, both, length < (int)sizeof both ? (size_t)length : sizeof both - 1);
    } else {
      attribute->name = intern(r, (const char *)list[0], strlen((const char *)list[0]));
    }
    attribute->padding = 0;
    attribute->text = (int64_t)r->text.count;
    if (!append_value(&r->text, list[3], (size_t)(list[4] - list[3]))) {
      stop(r, BXML_NO_MEMORY, "");
      return;
    }
    attribute->text_length = (int64_t)r->text.count - attribute->text;
    event->attributes++;
  }
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  bxml_reader *r = context;
  (void)uri;
  if (r->fault || r->depth == 0) return;
  r->depth--;
  bxml_event *event = add_event(r, BXML_END);
  if (event == NULL) return;
  event->name = r->stack[r->depth].name;
  if (prefix) event->prefix = intern(r, (const char *)prefix, strlen((const char *)prefix));
  event->line = line_at(r, position(r));
  (void)local;
}

static void on_text(void *context, const xmlChar *bytes, int length) {
  bxml_reader *r = context;
  if (r->fault || length <= 0 || r->skipped > 0) return;
  bxml_event *last = r->event_count ? &r->events[r->event_count - 1] : NULL;
  if (last == NULL || last->kind != BXML_TEXT) {
    last = add_event(r, BXML_TEXT);
    if (last == NULL) return;
    last->text = (int64_t)r->text.count;
    last->line = r->scan_line;
  }
  if (!append(&r->text, bytes, (size_t)length)) {
    stop(r, BXML_NO_MEMORY, "");
    return;
  }
  last->text_length += length;
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data) {
  bxml_reader *r = context;
  if (r->fault || r->depth == 0) return;
  bxml_event *event = add_event(r, BXML_INSTRUCTION);
  if (event == NULL) return;
  event->name = intern(r, (const char *)target, strlen((const char *)target));
  event->line = line_at(r, position(r));
  event->text = (int64_t)r->text.count;
  event->text_length = data ? (int64_t)strlen((const char *)data) : 0;
  if (!append(&r->text, data, (size_t)event->text_length)) stop(r, BXML_NO_MEMORY, "");
}

/* Entities: only those that the document declares, only text, up to a bound. */

static void on_entity(
  void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id, xmlChar *content) {
  bxml_reader *r = context;
  (void)public_id, (void)system_id;
  if (r->fault || r->entity_count >= MAX_ENTITIES) return;
  if (type == XML_INTERNAL_PARAMETER_ENTITY || type == XML_EXTERNAL_PARAMETER_ENTITY) return;
  for (int32_t i = 0; i < r->entity_count; i++)
    if (strcmp(r->entities[i].name, (const char *)name) == 0) return;
  entity *e = &r->entities[r->entity_count];
  e->name = strdup((const char *)name);
  e->content = type == XML_INTERNAL_GENERAL_ENTITY && content != NULL ? strdup((const char *)content) : NULL;
  if (e->name != NULL) r->entity_count++;
}

static const entity *find_entity(const bxml_reader *r, const char *name, size_t length) {
  for (int32_t i = 0; i < r->entity_count; i++)
    if (strncmp(r->entities[i].name, name, length) == 0 && r->entities[i].name[length] == 0) return &r->entities[i];
  return NULL;
}

static int put_scalar(buffer *out, uint32_t c) {
  uint8_t bytes[4];
  size_t count = 0;
  if (c < 0x80) {
    bytes[count++] = (uint8_t)c;
  } else if (c < 0x800) {
    bytes[count++] = (uint8_t)(0xC0 | c >> 6);
    bytes[count++] = (uint8_t)(0x80 | (c & 63));
  } else if (c < 0x10000) {
    bytes[count++] = (uint8_t)(0xE0 | c >> 12);
    bytes[count++] = (uint8_t)(0x80 | (c >> 6 & 63));
    bytes[count++] = (uint8_t)(0x80 | (c & 63));
  } else {
    bytes[count++] = (uint8_t)(0xF0 | c >> 18);
    bytes[count++] = (uint8_t)(0x80 | (c >> 12 & 63));
    bytes[count++] = (uint8_t)(0x80 | (c >> 6 & 63));
    bytes[count++] = (uint8_t)(0x80 | (c & 63));
  }
  return append(out, bytes, count);
}

static int is_xml_scalar(uint32_t c) {
  return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
         (c >= 0x10000 && c < 0x110000);
}

/* The value of the digits of a character reference; 0 where there is none. */
static uint32_t reference_value(const char *digits, size_t length) {
  uint32_t value = 0;
  int base = 10;
  if (length > 0 && digits[0] == 'x') {
    base = 16;
    digits++, length--;
  }
  if (length == 0 || length > 8) return 0;
  for (size_t i = 0; i < length; i++) {
    int c = (unsigned char)digits[i];
    int digit = c >= '0' && c <= '9' ? c - '0' : base == 16 && isxdigit(c) ? tolower(c) - 'a' + 10 : 99;
    if (digit >= base) return 0;
    value = value * (uint32_t)base + (uint32_t)digit;
    if (value > 0x10FFFF) return 0x110000;
  }
  return value;
}

/* 0 or a fault. */
static int32_t expand(bxml_reader *r, const entity *e, int level, buffer *out) {
  static const struct {
    const char *name;
    char value;
  } known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  if (e->content == NULL) return BXML_EXTERNAL_ENTITY;
  if (level > 8 || strlen(e->content) > MAX_ENTITY) return BXML_ENTITY_BOMB;
  const char *at = e->content;
  while (*at) {
    if (*at == '<') return BXML_ENTITY_MARKUP;
    const char *end = *at == '&' ? strchr(at, ';') : NULL;
    if (end == NULL) {
      if (out->count >= MAX_EXPANSION) return BXML_ENTITY_BOMB;
      if (!append(out, at++, 1)) return BXML_NO_MEMORY;
      continue;
    }
    const char *name = at + 1;
    size_t length = (size_t)(end - name);
    at = end + 1;
    if (length > 1 && name[0] == '#') {
      uint32_t value = reference_value(name + 1, length - 1);
      if (!is_xml_scalar(value)) return XML_ERR_INVALID_CHARREF;
      if (!put_scalar(out, value)) return BXML_NO_MEMORY;
      continue;
    }
    int is_known = 0;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
      if (strlen(known[i].name) == length && memcmp(known[i].name, name, length) == 0) {
        is_known = 1;
        if (!append(out, &known[i].value, 1)) return BXML_NO_MEMORY;
      }
    if (is_known) continue;
    const entity *inner = find_entity(r, name, length);
    if (inner == NULL) return XML_ERR_UNDECLARED_ENTITY;
    int32_t fault = expand(r, inner, level + 1, out);
    if (fault) return fault;
  }
  return 0;
}

static xmlEntityPtr on_get_entity(void *context, const xmlChar *name) {
  bxml_reader *r = context;
  xmlEntityPtr predefined = xmlGetPredefinedEntity(name);
  if (predefined != NULL) return predefined;
  if (r->fault || r->parser->inSubset) return NULL;
  const entity *e = find_entity(r, (const char *)name, strlen((const char *)name));
  if (e == NULL) {
    stop(r, XML_ERR_UNDECLARED_ENTITY, (const char *)name);
    return NULL;
  }
  if (r->parser->instate == XML_PARSER_ATTRIBUTE_VALUE) {
    stop(r, BXML_ENTITY_IN_ATTRIBUTE, (const char *)name);
    return NULL;
  }
  buffer out = {0};
  int32_t fault = expand(r, e, 0, &out);
  r->expanded += out.count;
  if (!fault && r->expanded > MAX_EXPANSIONS) fault = BXML_ENTITY_BOMB;
  if (!fault && !append(&out, "", 1)) fault = BXML_NO_MEMORY;
  if (fault) {
    free(out.bytes);
    stop(r, fault, (const char *)name);
    return NULL;
  }
  free(r->expansion);
  r->expansion = (char *)out.bytes;
  memset(&r->stand_in, 0, sizeof r->stand_in);
  r->stand_in.type = XML_ENTITY_DECL;
  r->stand_in.name = (const xmlChar *)e->name;
  r->stand_in.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  r->stand_in.content = (xmlChar *)r->expansion;
  r->stand_in.orig = r->stand_in.content;
  r->stand_in.length = (int)strlen(r->expansion);
  return &r->stand_in;
}

static xmlEntityPtr on_get_parameter(void *context, const xmlChar *name) {
  (void)context, (void)name;
  return NULL;
}

static xmlParserInputPtr on_resolve(void *context, const xmlChar *public_id, const xmlChar *system_id) {
  (void)context, (void)public_id, (void)system_id;
  return NULL;
}

static int no(void *context) {
  (void)context;
  return 0;
}

static void on_error(void *context, xmlErrorPtr error) {
  bxml_reader *r = context;
  if (error->level != XML_ERR_FATAL || r->fault) return;
  const char *message = error->message ? error->message : "";
  if (error->code == XML_ERR_TAG_NAME_MISMATCH && r->depth > 0) {
    char text[256];
    snprintf(
      text, sizeof text, "<%s> of line %lld", bxml_name(r, r->stack[r->depth - 1].name),
      (long long)r->stack[r->depth - 1].line);
    message = text;
    set_fault(r, error->code, message, position(r));
    return;
  }
  if (error->code == XML_ERR_DOCUMENT_END && !r->has_root) {
    set_fault(r, XML_ERR_DOCUMENT_EMPTY, message, position(r));
    return;
  }
  if (error->code == XML_ERR_UNDECLARED_ENTITY && error->str1) message = error->str1;
  if (error->code == XML_ERR_INVALID_CHAR || error->code == XML_ERR_INVALID_CHARREF) {
    char text[32];
    snprintf(text, sizeof text, "U+%04X", (unsigned)error->int1);
    set_fault(r, error->code, text, position(r));
    return;
  }
  set_fault(r, error->code, message, position(r));
}

static void on_loose_error(void *context, const char *message, ...) {
  (void)context, (void)message;
}

/* libxml2 */

static void release(bxml_reader *r) {
  if (r->parser == NULL) return;
  /* libxml2 makes a document for the entities it reads. */
  if (r->parser->myDoc) xmlFreeDoc(r->parser->myDoc);
  r->parser->myDoc = NULL;
  xmlFreeParserCtxt(r->parser);
  r->parser = NULL;
}

static int begin(bxml_reader *r) {
  release(r);
  r->parser = xmlCreatePushParserCtxt(&r->handler, r, NULL, 0, NULL);
  if (r->parser == NULL) {
    set_fault(r, BXML_NO_MEMORY, "", r->given);
    return 0;
  }
  xmlCtxtUseOptions(
    r->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
  r->parser->sax->serror = (xmlStructuredErrorFunc)on_error;
  r->origin = r->given;
  r->depth = 0;
  return 1;
}

/* How much may wait for its end, by how it begins. */
static int64_t patience(bxml_reader *r, int64_t at) {
  if (at < r->base) return MAX_MARKUP;
  const uint8_t *bytes = r->window.bytes + (at - r->base);
  size_t rest = r->window.count - (size_t)(at - r->base);
  return rest > 1 && bytes[0] == '<' && (bytes[1] == '!' || bytes[1] == '?') ? MAX_MARKUP : MAX_TAG;
}

static void give(bxml_reader *r) {
  int64_t end = r->base + (int64_t)r->window.count;
  while (!r->fault && r->given < end) {
    int64_t count = end - r->given < PIECE ? end - r->given : PIECE;
    const char *bytes = (const char *)r->window.bytes + (r->given - r->base);
    r->given += count;
    xmlParseChunk(r->parser, bytes, (int)count, 0);
    if (r->fault) break;
    int64_t at = position(r);
    if (r->given - at > patience(r, at)) {
      set_fault(r, BXML_TOO_LONG, "", at);
      r->least = at + 1;
    }
  }
}

/* Lets go of the part of the window that nobody asks for again. */
static void trim(bxml_reader *r) {
  int64_t at = r->fault || r->is_seeking ? r->given : position(r);
  if (r->fault) return;
  if (at > r->given) at = r->given;
  int64_t keep = at - EXCERPT - 8;
  if (keep - r->base < PIECE) return;
  while (keep > r->base && (r->window.bytes[keep - r->base] & 0xC0) == 0x80) keep--;
  line_at(r, keep);
  size_t count = (size_t)(keep - r->base);
  count_place(r->window.bytes, count, &r->base_line, &r->base_column);
  drop(&r->window, count);
  r->base = keep;
  if (r->scan < r->base) {
    r->scan = r->base;
    r->scan_line = r->base_line;
  }
}

/* Encodings. */

static const char *const encodings[] = {
  "UTF-8", "US-ASCII", "ASCII", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE",
  "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8",
  "ISO-8859-9", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16",
  "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256",
  "WINDOWS-1257", "WINDOWS-1258", "KOI8-R", "KOI8-U", "MACINTOSH", "SHIFT_JIS", "EUC-JP", "EUC-KR", "GB2312", "GBK",
  "GB18030", "BIG5", "TIS-620", "IBM437", "IBM850", "IBM852",
};

static int is_one_of(const char *name) {
  for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
    if (strcasecmp(encodings[i], name) == 0) return 1;
  return 0;
}

/* The encoding in `<?xml … encoding="…"?>`; empty if none is told. */
static void declared(const uint8_t *bytes, size_t count, char *name, size_t room) {
  name[0] = 0;
  if (count < 6 || memcmp(bytes, "<?xml", 5) != 0) return;
  for (size_t i = 5; i + 9 < count && bytes[i] != '>'; i++) {
    if (memcmp(bytes + i, "encoding", 8) != 0) continue;
    i += 8;
    while (i < count && (isspace(bytes[i]) || bytes[i] == '=')) i++;
    if (i >= count || (bytes[i] != '"' && bytes[i] != '\'')) return;
    uint8_t quote = bytes[i++];
    size_t length = 0;
    while (i < count && bytes[i] != quote && length + 1 < room) name[length++] = (char)bytes[i++];
    name[length] = 0;
    return;
  }
}

/* 1 known, 0 more bytes are needed, -1 fault. */
static int find_encoding(bxml_reader *r, int is_last) {
  const uint8_t *b = r->raw.bytes;
  size_t n = r->raw.count, mark = 0;
  if (!is_last && n < 1024 && (n < 4 || (memchr(b, '>', n) == NULL))) return 0;
  const char *name = NULL;
  if (n >= 4 && memcmp(b, "\xFF\xFE\0\0", 4) == 0) name = "UTF-32LE", mark = 4;
  else if (n >= 4 && memcmp(b, "\0\0\xFE\xFF", 4) == 0) name = "UTF-32BE", mark = 4;
  else if (n >= 2 && memcmp(b, "\xFF\xFE", 2) == 0) name = "UTF-16LE", mark = 2;
  else if (n >= 2 && memcmp(b, "\xFE\xFF", 2) == 0) name = "UTF-16BE", mark = 2;
  else if (n >= 3 && memcmp(b, "\xEF\xBB\xBF", 3) == 0) name = "UTF-8", mark = 3;
  else if (n >= 4 && b[0] == '<' && b[1] == 0 && b[2] != 0 && b[3] == 0) name = "UTF-16LE";
  else if (n >= 4 && b[0] == 0 && b[1] == '<' && b[2] == 0 && b[3] != 0) name = "UTF-16BE";
  char told[48];
  if (name == NULL) {
    declared(b, n, told, sizeof told);
    /* What is not UTF-16 cannot be, whatever it says. */
    name = told[0] == 0 || strncasecmp(told, "UTF-16", 6) == 0 || strncasecmp(told, "UTF-32", 6) == 0 ? "UTF-8" : told;
    if (strcasecmp(name, "utf8") == 0) name = "UTF-8";
    if (strncasecmp(name, "cp12", 4) == 0) {
      char windows[48];
      snprintf(windows, sizeof windows, "windows-%s", name + 2);
      snprintf(told, sizeof told, "%s", windows);
      name = told;
    }
    if (!is_one_of(name)) {
      set_fault(r, BXML_UNKNOWN_ENCODING, name, 0);
      return -1;
    }
  }
  snprintf(r->encoding, sizeof r->encoding, "%s", name);
  drop(&r->raw, mark);
  r->knows_encoding = 1;
  if (strcasecmp(name, "UTF-8") != 0 && strcasecmp(name, "US-ASCII") != 0 && strcasecmp(name, "ASCII") != 0) {
    r->converter = iconv_open("UTF-8", name);
    if (r->converter == (iconv_t)-1) {
      set_fault(r, BXML_UNKNOWN_ENCODING, name, 0);
      return -1;
    }
  }
  return 1;
}

static void add_mend(bxml_reader *r, int32_t kind, uint32_t value, int64_t line) {
  if (r->mend_count >= MAX_MENDS) return;
  if (r->mend_count == r->mend_room) {
    size_t room = r->mend_room ? r->mend_room * 2 : 16;
    bxml_mend *list = realloc(r->mend_list, room * sizeof *list);
    if (list == NULL) return;
    r->mend_list = list;
    r->mend_room = room;
  }
  r->mend_list[r->mend_count++] = (bxml_mend){kind, value, line};
}

/* From `raw` to `out`. */
static int convert(bxml_reader *r, buffer *out, int is_last) {
  if (r->converter == (iconv_t)-1) {
    int done = append(out, r->raw.bytes, r->raw.count);
    r->raw.count = 0;
    if (!done) set_fault(r, BXML_NO_MEMORY, "", r->given);
    return done;
  }
  char *in = (char *)r->raw.bytes;
  size_t in_left = r->raw.count;
  size_t unit = strncasecmp(r->encoding, "UTF-16", 6) == 0 ? 2 : strncasecmp(r->encoding, "UTF-32", 6) == 0 ? 4 : 1;
  while (in_left > 0) {
    if (!reserve(out, in_left * 2 + 16)) {
      set_fault(r, BXML_NO_MEMORY, "", r->given);
      return 0;
    }
    char *to = (char *)out->bytes + out->count;
    size_t to_left = out->room - out->count;
    size_t result = iconv(r->converter, &in, &in_left, &to, &to_left);
    out->count = (size_t)((uint8_t *)to - out->bytes);
    if (result != (size_t)-1 || errno == E2BIG) continue;
    if (errno == EINVAL && !is_last) break;
    if (!r->mends) {
      /* What was decoded is parsed first, so that the place is right. */
      drop(&r->raw, r->raw.count - in_left);
      r->raw.count = 0;
      return 2;
    }
    add_mend(r, BXML_BYTE, (uint8_t)*in, r->mend_line);
    put_scalar(out, 0xFFFD);
    size_t skip = unit < in_left ? unit : in_left;
    in += skip;
    in_left -= skip;
  }
  drop(&r->raw, r->raw.count - in_left);
  return 1;
}

/* Mending. */

static uint32_t windows_1252(uint8_t byte) {
  static const uint16_t high[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  };
  return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

/* The bytes of the scalar that begins at `at`; 0 if it is no UTF-8, -1 if more bytes must tell. */
static int utf8_length(const uint8_t *at, size_t rest, uint32_t *value) {
  uint8_t first = at[0];
  int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  if (length == 0) return 0;
  uint32_t scalar = length == 1 ? first : first & (0xFFu >> (length + 1));
  for (int i = 1; i < length; i++) {
    if ((size_t)i >= rest) return -1;
    if ((at[i] & 0xC0) != 0x80) return 0;
    scalar = scalar << 6 | (at[i] & 63);
  }
  if ((length == 3 && scalar < 0x800) || (length == 4 && (scalar < 0x10000 || scalar > 0x10FFFF)) ||
      (scalar >= 0xD800 && scalar < 0xE000))
    return 0;
  *value = scalar;
  return length;
}

/* A visible stand-in for a character that XML cannot hold. */
static uint32_t visible(uint32_t c) { return c < 0x20 ? 0x2400 + c : 0xFFFD; }

static int begins(const uint8_t *at, size_t rest, const char *word) {
  size_t length = strlen(word);
  if (rest >= length) return memcmp(at, word, length) == 0;
  return memcmp(at, word, rest) == 0 ? -1 : 0;
}

/* From `decoded` to the window. */
static void mend(bxml_reader *r, int is_last) {
  static const char *const ends[] = {"", "-->", "]]>", "?>", ""};
  const uint8_t *b = r->decoded.bytes;
  size_t n = r->decoded.count, i = 0;
  while (i < n) {
    uint8_t c = b[i];
    size_t rest = n - i;
    if (c == '\n') r->mend_line++;
    if ((c < 0x20 && c != 9 && c != 10 && c != 13)) {
      add_mend(r, BXML_CONTROL, c, r->mend_line);
      put_scalar(&r->window, visible(c));
      i++;
      continue;
    }
    if (c >= 0x80) {
      uint32_t scalar = 0;
      int length = utf8_length(b + i, rest, &scalar);
      if (length < 0 && !is_last) break;
      if (length > 0 && is_xml_scalar(scalar)) {
        append(&r->window, b + i, (size_t)length);
      } else if (length > 0) {
        add_mend(r, BXML_CONTROL, scalar, r->mend_line);
        put_scalar(&r->window, visible(scalar));
      } else {
        add_mend(r, BXML_BYTE, c, r->mend_line);
        put_scalar(&r->window, windows_1252(c));
        length = 1;
      }
      i += (size_t)length;
      continue;
    }
    if (r->is_in == 0 && c == '<') {
      static const struct {
        const char *word;
        int32_t state;
      } openings[] = {{"<!--", 1}, {"<![CDATA[", 2}, {"<?", 3}, {"<!DOCTYPE", 4}};
      int waits = 0;
      for (size_t k = 0; k < sizeof openings / sizeof *openings; k++) {
        int found = begins(b + i, rest, openings[k].word);
        if (found > 0) {
          r->is_in = openings[k].state;
          r->brackets = 0;
        }
        if (found < 0) waits = 1;
      }
      if (waits && !is_last) break;
    } else if (r->is_in == 4) {
      if (c == '[') {
        r->brackets++;
        r->has_declarations = 1;
      }
      if (c == ']') r->brackets--;
      if (c == '>' && r->brackets <= 0) r->is_in = 0;
    } else if (r->is_in > 0 && c == (uint8_t)ends[r->is_in][0]) {
      int found = begins(b + i, rest, ends[r->is_in]);
      if (found < 0 && !is_last) break;
      if (found > 0) {
        size_t length = strlen(ends[r->is_in]);
        append(&r->window, b + i, length);
        i += length;
        r->is_in = 0;
        continue;
      }
    } else if (r->is_in == 0 && c == '&') {
      size_t length = 1;
      while (length < rest && length < 34 && (isalnum(b[i + length]) || strchr("#_-.:", b[i + length]))) length++;
      if (length == rest && length < 34 && !is_last) break;
      const char *name = (const char *)b + i + 1;
      size_t count = length - 1;
      int is_whole = length < rest && b[i + length] == ';' && count > 0;
      if (is_whole && name[0] == '#') {
        uint32_t value = reference_value(name + 1, count - 1);
        if (is_xml_scalar(value)) {
          append(&r->window, b + i, length + 1);
          i += length + 1;
          continue;
        }
        if (value != 0 || (count == 2 && name[1] == '0')) {
          add_mend(r, BXML_CONTROL, value, r->mend_line);
          put_scalar(&r->window, visible(value));
          i += length + 1;
          continue;
        }
        is_whole = 0;
      }
      static const char *const predefined[] = {"amp", "lt", "gt", "quot", "apos"};
      int is_known = 0;
      for (size_t k = 0; is_whole && k < 5; k++)
        is_known |= strlen(predefined[k]) == count && memcmp(predefined[k], name, count) == 0;
      /* What a document with declarations refers to, the parser knows better. */
      if (is_known || (is_whole && r->has_declarations)) {
        append(&r->window, b + i, length + 1);
        i += length + 1;
        continue;
      }
      add_mend(r, is_whole ? BXML_ENTITY : BXML_AMPERSAND, 0, r->mend_line);
      append(&r->window, "&amp;", 5);
      i++;
      continue;
    }
    append(&r->window, &c, 1);
    i++;
  }
  drop(&r->decoded, i);
}

/* Resumption. */

static int is_tag_end(uint8_t c) { return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* Looks for the element in the window from `given` on; what was looked through is given. */
static int seek(bxml_reader *r, int is_last) {
  size_t length = strlen(r->seek);
  size_t at = (size_t)(r->given - r->base);
  const uint8_t *b = r->window.bytes, *next;
  while (at < r->window.count && (next = memchr(b + at, '<', r->window.count - at)) != NULL) {
    at = (size_t)(next - b);
    if (r->window.count - at < length + 2) {
      if (!is_last) break;
      at = r->window.count;
      break;
    }
    if (memcmp(next + 1, r->seek, length) == 0 && is_tag_end(next[length + 1])) {
      r->given = r->base + (int64_t)at;
      return 1;
    }
    at++;
  }
  if (at < r->window.count && memchr(b + at, '<', r->window.count - at) == NULL) at = r->window.count;
  r->given = r->base + (int64_t)at;
  return 0;
}

/* Interface. */

bxml_reader *bxml_open(int32_t mends) {
  static int is_ready = 0;
  if (!is_ready) {
    xmlInitParser();
    is_ready = 1;
  }
  bxml_reader *r = calloc(1, sizeof *r);
  if (r == NULL) return NULL;
  r->mends = mends;
  r->converter = (iconv_t)-1;
  r->base_line = r->scan_line = r->mark_line = r->mend_line = 1;
  xmlSAXHandler *h = &r->handler;
  h->initialized = XML_SAX2_MAGIC;
  h->startElementNs = on_start;
  h->endElementNs = on_end;
  h->characters = on_text;
  h->ignorableWhitespace = on_text;
  h->cdataBlock = on_text;
  h->processingInstruction = on_instruction;
  h->entityDecl = on_entity;
  h->getEntity = on_get_entity;
  h->getParameterEntity = on_get_parameter;
  h->resolveEntity = on_resolve;
  h->isStandalone = no;
  h->hasInternalSubset = no;
  h->hasExternalSubset = no;
  h->error = on_loose_error;
  h->warning = on_loose_error;
  h->serror = (xmlStructuredErrorFunc)on_error;
  if (!begin(r)) {
    bxml_close(r);
    return NULL;
  }
  return r;
}

void bxml_close(bxml_reader *r) {
  if (r == NULL) return;
  release(r);
  if (r->converter != (iconv_t)-1) iconv_close(r->converter);
  for (int32_t i = 0; i < r->name_count; i++) free(r->names[i]);
  for (int32_t i = 0; i < r->entity_count; i++) {
    free(r->entities[i].name);
    free(r->entities[i].content);
  }
  free(r->names);
  free(r->slots);
  free(r->expansion);
  free(r->window.bytes);
  free(r->raw.bytes);
  free(r->decoded.bytes);
  free(r->text.bytes);
  free(r->events);
  free(r->attributes);
  free(r->mend_list);
  free(r);
}

static void clear_batch(bxml_reader *r) {
  r->event_count = r->attribute_count = r->text.count = r->mend_count = 0;
}

/* Finds the element that is sought, if it is there, and goes on from it. */
static void resume_if_found(bxml_reader *r, int is_last) {
  if (!seek(r, is_last)) return;
  r->is_seeking = 0;
  r->least = r->given + 1;
  line_at(r, r->given);
  if (!begin(r)) return;
  size_t length = strlen(r->prologue);
  r->origin = r->given - (int64_t)length;
  r->skipped = r->ancestors;
  xmlParseChunk(r->parser, r->prologue, (int)length, 0);
}

static void finish(bxml_reader *r) {
  if (r->fault || r->is_seeking) return;
  xmlParseChunk(r->parser, "", 0, 1);
}

int32_t bxml_feed(bxml_reader *r, const uint8_t *bytes, size_t length, int32_t is_last) {
  clear_batch(r);
  if (r->fault) return r->fault;
  if (!append(&r->raw, bytes, length)) {
    set_fault(r, BXML_NO_MEMORY, "", r->given);
    return r->fault;
  }
  r->is_last |= is_last;
  if (!r->knows_encoding && find_encoding(r, is_last) <= 0) return r->fault;
  int done = convert(r, r->mends ? &r->decoded : &r->window, is_last);
  if (done == 0) return r->fault;
  if (r->mends) mend(r, is_last);
  if (r->is_seeking) resume_if_found(r, is_last);
  if (!r->is_seeking) give(r);
  if (!r->fault && done == 2) set_fault(r, BXML_BAD_ENCODING, r->encoding, r->given);
  if (is_last) finish(r);
  trim(r);
  return r->fault;
}

int32_t bxml_resume(bxml_reader *r, const char *element, const char *const *ancestors, int32_t count) {
  clear_batch(r);
  snprintf(r->seek, sizeof r->seek, "%s", element);
  size_t length = 0;
  r->prologue[0] = 0;
  for (int32_t i = 0; i < count && length < sizeof r->prologue; i++)
    length += (size_t)snprintf(r->prologue + length, sizeof r->prologue - length, "<%s>", ancestors[i]);
  r->ancestors = count;
  r->given = r->fault_offset > r->least ? r->fault_offset : r->least;
  if (r->given < r->base) r->given = r->base;
  if (r->given > r->base + (int64_t)r->window.count) r->given = r->base + (int64_t)r->window.count;
  r->fault = 0;
  r->is_seeking = 1;
  resume_if_found(r, r->is_last);
  if (!r->is_seeking) give(r);
  if (r->is_last) finish(r);
  trim(r);
  return r->fault;
}

const bxml_event *bxml_events(const bxml_reader *r, size_t *count) {
  *count = r->event_count;
  return r->events;
}

const bxml_attribute *bxml_attributes(const bxml_reader *r) { return r->attributes; }
const uint8_t *bxml_text(const bxml_reader *r) { return r->text.bytes; }

const bxml_mend *bxml_mends(const bxml_reader *r, size_t *count) {
  *count = r->mend_count;
  return r->mend_list;
}

const char *bxml_fault_message(const bxml_reader *r) { return r->message; }
int64_t bxml_fault_line(const bxml_reader *r) { return r->fault_line; }
int64_t bxml_fault_column(const bxml_reader *r) { return r->fault_column; }

const char *bxml_fault_excerpt(const bxml_reader *r, int64_t *before) {
  *before = r->excerpt_before;
  return r->excerpt;
}

const char *bxml_encoding(const bxml_reader *r) { return r->encoding; }
int32_t bxml_depth(const bxml_reader *r) { return r->depth; }
