/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#ifndef BREVE_CPROCESS_H
#define BREVE_CPROCESS_H
#include <stddef.h>
#include <stdint.h>

/* A child with its own process group, and this end of what leads to it. */
struct bprocess {
  int32_t pid;
  int32_t input;  /* written to, never blocking */
  int32_t output; /* read from, never blocking */
  int32_t errors; /* read from, never blocking */
  int32_t life;   /* the child's group is killed when it is closed, also by the death of this process */
};

/* Runs `command` by /bin/sh. Returns 0, or an errno. */
int32_t bprocess_start(const char *command, struct bprocess *process);

/* Writes without a signal: the count, 0 if that would block, -1 if nobody reads any more. */
int64_t bprocess_write(int32_t descriptor, const uint8_t *bytes, size_t count);

/* Reads: the count, 0 if that would block, -1 at the end. */
int64_t bprocess_read(int32_t descriptor, uint8_t *bytes, size_t count);

/* Waits until one of the descriptors (-1: none) is ready; at most so many milliseconds. */
void bprocess_wait(int32_t input, int32_t output, int32_t errors, int32_t milliseconds);

/* Whether the child has ended; it stays to be collected. */
int32_t bprocess_has_ended(int32_t pid);

/* Kills all of the child's group. */
void bprocess_kill(int32_t pid);

/* Collects the child: its exit status, or 256 and the number of the signal that ended it. */
int32_t bprocess_collect(int32_t pid);

void bprocess_close(int32_t descriptor);

/* Seconds of a clock that never goes back. */
double bprocess_clock(void);
#endif
