/*
 * Speed of Vectorscan (or Hyperscan) on many literals, for comparison with ours.
 *
 *   literals TERMS DOCUMENTS ROUNDS
 *
 * Both files: little-endian 32-bit count, then for each entry a 32-bit length and its bytes. Prints
 * one line a round: milliseconds of processor time and the number of matches. All matches count,
 * overlapping ones too.
 */
#include <hs.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  uint32_t count;
  char **text;
  size_t *length;
} entries;

static void fail(const char *why) {
  fprintf(stderr, "literals: %s\n", why);
  exit(1);
}

static uint32_t number(FILE *in) {
  unsigned char b[4];
  if (fread(b, 1, 4, in) != 4) fail("the file ends too early");
  return b[0] | b[1] << 8 | b[2] << 16 | (uint32_t)b[3] << 24;
}

static entries read_entries(const char *path) {
  FILE *in = fopen(path, "rb");
  if (!in) fail("cannot open a file");
  entries all = {number(in), NULL, NULL};
  all.text = malloc(all.count * sizeof *all.text);
  all.length = malloc(all.count * sizeof *all.length);
  /* One block, as the Java side has one array: neither gains by the layout. */
  long begin = ftell(in);
  fseek(in, 0, SEEK_END);
  long size = ftell(in) - begin;
  fseek(in, begin, SEEK_SET);
  char *block = malloc(size + 1);
  for (uint32_t i = 0; i < all.count; i++) {
    all.length[i] = number(in);
    all.text[i] = block;
    if (fread(block, 1, all.length[i], in) != all.length[i]) fail("the file ends too early");
    block += all.length[i];
  }
  fclose(in);
  return all;
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                    void *count) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(uint64_t *)count;
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 4) fail("usage: literals TERMS DOCUMENTS ROUNDS");
  entries terms = read_entries(argv[1]);
  entries documents = read_entries(argv[2]);
  unsigned *flags = calloc(terms.count, sizeof *flags);
  unsigned *ids = malloc(terms.count * sizeof *ids);
  for (uint32_t i = 0; i < terms.count; i++) ids[i] = i;

  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  if (hs_compile_lit_multi((const char *const *)terms.text, flags, ids, terms.length, terms.count,
                           HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
    fail(error->message);
  }
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) fail("no scratch space");

  fprintf(stderr, "%s\n", hs_version());
  int rounds = atoi(argv[3]);
  for (int round = 0; round < rounds; round++) {
    uint64_t matches = 0;
    struct timespec a, b;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
    for (uint32_t i = 0; i < documents.count; i++) {
      if (hs_scan(database, documents.text[i], documents.length[i], 0, scratch, on_match,
                  &matches) != HS_SUCCESS) {
        fail("a scan failed");
      }
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
    double ms = (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) / 1e6;
    printf("%.3f %llu\n", ms, (unsigned long long)matches);
    fflush(stdout);
  }
  return 0;
}
