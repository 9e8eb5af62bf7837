/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#include "chunspell.h"

#include <hunspell/hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

struct bhun_dictionary {
  Hunhandle *handle;
};

bhun_dictionary *bhun_open(const char *affix_path, const char *words_path) {
  if (access(affix_path, R_OK) != 0 || access(words_path, R_OK) != 0) return NULL;
  Hunhandle *handle = Hunspell_create(affix_path, words_path);
  if (handle == NULL) return NULL;
  bhun_dictionary *dictionary = malloc(sizeof *dictionary);
  if (dictionary == NULL || strcasecmp(Hunspell_get_dic_encoding(handle), "UTF-8") != 0) {
    Hunspell_destroy(handle);
    free(dictionary);
    return NULL;
  }
  dictionary->handle = handle;
  return dictionary;
}

void bhun_close(bhun_dictionary *dictionary) {
  if (dictionary == NULL) return;
  Hunspell_destroy(dictionary->handle);
  free(dictionary);
}

int32_t bhun_knows(bhun_dictionary *dictionary, const char *word) { return Hunspell_spell(dictionary->handle, word); }

int32_t bhun_analyze(bhun_dictionary *dictionary, const char *word, char ***analyses) {
  return Hunspell_analyze(dictionary->handle, analyses, word);
}

void bhun_free(bhun_dictionary *dictionary, char **analyses, int32_t count) {
  Hunspell_free_list(dictionary->handle, &analyses, count);
}

int64_t bhun_size(const char *path) {
  struct stat status;
  if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) return -1;
  return status.st_size;
}

int64_t bhun_read(const char *path, uint8_t *bytes, int64_t capacity) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return -1;
  int64_t count = (int64_t)fread(bytes, 1, (size_t)capacity, file);
  fclose(file);
  return count;
}
