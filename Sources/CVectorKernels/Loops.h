// The loops themselves, included once for every level with LEVEL(name) and TARGET defined. Each has a copy for every width
// of register, which the compiler makes from the same lines.

// Sums of short stretches fit 32 bits, of which a register holds twice as many as of 64.
#define SUM_SHORT(name, type, stretch)                                       \
  TARGET static uint64_t LEVEL(name)(const type *values, size_t count) {     \
    uint64_t sum = 0;                                                        \
    for (size_t start = 0; start < count; start += stretch) {                \
      size_t end = count - start < stretch ? count : start + stretch;        \
      uint32_t part = 0;                                                     \
      for (size_t place = start; place < end; place++) part += values[place]; \
      sum += part;                                                           \
    }                                                                        \
    return sum;                                                              \
  }

SUM_SHORT(sum_u8, uint8_t, 65536)
SUM_SHORT(sum_u16, uint16_t, 65536)
#undef SUM_SHORT

TARGET static uint64_t LEVEL(sum_u32)(const uint32_t *values, size_t count) {
  uint64_t sum = 0;
  for (size_t place = 0; place < count; place++) sum += values[place];
  return sum;
}

TARGET static inline void LEVEL(add_exactly)(eight *sum, eight *lost, const double *values) {
  eight number;
  memcpy(&number, values, sizeof number);
  eight total = *sum + number;
  eight added = total - *sum;
  *lost += (*sum - (total - added)) + (number - added);
  *sum = total;
}

TARGET static struct vector_compensated LEVEL(sum_f64)(const double *values, size_t count) {
  eight sums[2] = {{0}, {0}}, lost[2] = {{0}, {0}};
  size_t place = 0;
  for (; place + 16 <= count; place += 16) {
    LEVEL(add_exactly)(&sums[0], &lost[0], values + place);
    LEVEL(add_exactly)(&sums[1], &lost[1], values + place + 8);
  }
  struct vector_compensated all = {0, 0};
  for (int lane = 0; lane < 16; lane++) {
    add_one(&all, sums[lane / 8][lane % 8]);
    all.lost += lost[lane / 8][lane % 8];
  }
  for (; place < count; place++) add_one(&all, values[place]);
  return all;
}
