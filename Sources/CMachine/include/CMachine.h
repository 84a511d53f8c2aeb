#ifndef CMACHINE_H
#define CMACHINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether bytes are UTF-8 (Unicode 16, table 3-7), and none of them is zero.
bool machine_is_text(const uint8_t *bytes, size_t count);

/// What separators of records tell of a stretch of text, for both states it may begin in.
typedef struct {
  /// How many records end in it: where it begins outside of quotes, and where it begins inside.
  size_t ends[2];
  /// Where the first of them ends; the end of the stretch where none does.
  size_t first[2];
  /// Whether the number of quotes is odd.
  bool changes_state;
} machine_survey;

/// Looks for ends of records: line breaks outside of quotes, with no line break before them.
///
/// `text` holds at least `end` bytes; the one before `start` is looked at, where there is one.
machine_survey machine_survey_records(const uint8_t *text, size_t start, size_t end);

/// Where the cells of records end.
typedef struct {
  /// How many ends were written.
  size_t count;
  /// How many of them are ends of records.
  size_t records;
  /// How far the text was read.
  size_t next;
  /// Whether all quotes stand where RFC 4180 has them: around cells, and doubled inside.
  bool is_regular;
  /// Whether the text that was read ends inside of quotes.
  bool is_inside;
} machine_cells;

/// Writes the offsets, counted from `start`, of separators and ends of records outside of quotes.
///
/// `start` is the first byte of a line. Stops at `end`, or behind the 64 bytes in which less than 64 places are left.
machine_cells machine_find_cells(
    const uint8_t *text, size_t start, size_t end, uint8_t separator, uint32_t *ends, size_t capacity);

/// Memory to be written once, on large pages where it is large and the system has them; NULL where there is none.
void *machine_allocate(size_t size);

/// Gives back memory of `machine_allocate`, of the same size.
void machine_free(void *memory, size_t size);

/// The bytes of an open file, for reading; NULL where they cannot be mapped, or too many files are.
///
/// Bytes that the file does not have any more, and those that the disk does not give, read as zero, and the mapping is
/// broken; without this, the system would end the program.
const uint8_t *machine_map(int descriptor, size_t size);

/// Whether bytes of a mapping could not be read since it was made.
bool machine_is_broken(const uint8_t *mapping);

/// Gives back a mapping.
void machine_unmap(const uint8_t *mapping, size_t size);

#endif
