// Loops over values side by side, for which the width of the processor's registers matters.
//
// Each is compiled once for every level and chosen when it is called; all levels give the same bits.

#ifndef C_VECTOR_KERNELS_H
#define C_VECTOR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// The widest registers that loops use: those every processor of the kind has, 256 bits, 512 bits.
enum vector_level { vector_level_baseline = 0, vector_level_256 = 1, vector_level_512 = 2 };

// The level in use: the widest that this processor has, unless a lower one was asked for.
int vector_level_in_use(void);

// Uses at most this level from now on; more than the processor has is as much as it has. For tests.
void vector_level_limit(int level);

// The sum of whole numbers without a sign; the caller sees to it that it fits 64 bits.
uint64_t vector_sum_u8(const uint8_t *values, size_t count);
uint64_t vector_sum_u16(const uint16_t *values, size_t count);
uint64_t vector_sum_u32(const uint32_t *values, size_t count);

// A sum of decimals and what rounding lost of it, which belongs to it.
struct vector_compensated {
  double sum;
  double lost;
};

// Adds decimals up in 16 sums side by side, each with the exact error of every addition (Knuth, The Art of Computer
// Programming 2, 4.2.2, theorem B), and these in order.
struct vector_compensated vector_sum_f64(const double *values, size_t count);

#endif
