#include "CVectorKernels.h"

#include <stdatomic.h>
#include <string.h>

// Errors of additions are exact only where nothing is reordered or fused.
#pragma STDC FP_CONTRACT OFF

typedef double eight __attribute__((vector_size(64), aligned(8)));

static inline void add_one(struct vector_compensated *all, double number) {
  double total = all->sum + number;
  double added = total - all->sum;
  all->lost += (all->sum - (total - added)) + (number - added);
  all->sum = total;
}

#define LEVEL(name) name##_baseline
#define TARGET
#include "Loops.h"
#undef LEVEL
#undef TARGET

#if defined(__x86_64__)

#define LEVEL(name) name##_256
#define TARGET __attribute__((target("avx2")))
#include "Loops.h"
#undef LEVEL
#undef TARGET

#define LEVEL(name) name##_512
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl")))
#include "Loops.h"
#undef LEVEL
#undef TARGET

static int widest(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl"))
    return vector_level_512;
  return __builtin_cpu_supports("avx2") ? vector_level_256 : vector_level_baseline;
}

#define CHOOSE(name, ...)                                     \
  switch (vector_level_in_use()) {                            \
    case vector_level_512: return name##_512(__VA_ARGS__);    \
    case vector_level_256: return name##_256(__VA_ARGS__);    \
    default: return name##_baseline(__VA_ARGS__);             \
  }

#else

static int widest(void) { return vector_level_baseline; }

#define CHOOSE(name, ...) return name##_baseline(__VA_ARGS__);

#endif

// -1 until it is first asked for.
static atomic_int level = -1;

int vector_level_in_use(void) {
  int known = atomic_load_explicit(&level, memory_order_relaxed);
  if (known >= 0) return known;
  int found = widest();
  atomic_store_explicit(&level, found, memory_order_relaxed);
  return found;
}

void vector_level_limit(int limit) {
  int found = widest();
  atomic_store_explicit(&level, limit < found ? limit : found, memory_order_relaxed);
}

uint64_t vector_sum_u8(const uint8_t *values, size_t count) { CHOOSE(sum_u8, values, count) }
uint64_t vector_sum_u16(const uint16_t *values, size_t count) { CHOOSE(sum_u16, values, count) }
uint64_t vector_sum_u32(const uint32_t *values, size_t count) { CHOOSE(sum_u32, values, count) }
struct vector_compensated vector_sum_f64(const double *values, size_t count) { CHOOSE(sum_f64, values, count) }
