/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#ifndef BREVE_CHUNSPELL_H
#define BREVE_CHUNSPELL_H
#include <stdint.h>

typedef struct bhun_dictionary bhun_dictionary;

/* Opens a dictionary; NULL if a file is missing, or if it is not in UTF-8. Not to be used on two threads at once. */
bhun_dictionary *bhun_open(const char *affix_path, const char *words_path);
void bhun_close(bhun_dictionary *dictionary);
/* Whether `word` (UTF-8, ended by NUL) is in the dictionary. */
int32_t bhun_knows(bhun_dictionary *dictionary, const char *word);
/* The morphological analyses of `word`, as ` st:accord po:nom is:mas is:pl`; their number. Give them to bhun_free. */
int32_t bhun_analyze(bhun_dictionary *dictionary, const char *word, char ***analyses);
/* The bytes of a file, and some of them; -1 if it cannot be read. */
int64_t bhun_size(const char *path);
int64_t bhun_read(const char *path, uint8_t *bytes, int64_t capacity);
void bhun_free(bhun_dictionary *dictionary, char **analyses, int32_t count);
#endif
