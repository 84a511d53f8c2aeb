// JSON as a row of events, read by RapidJSON without recursion and without building a tree.
//
// Numbers come as the file writes them, so that no id and no decimal loses a digit. Keys may repeat and nesting may be
// of any depth as far as this reader is concerned: the handler judges both.
#ifndef TALLY_JSON_READER_H
#define TALLY_JSON_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum tally_json_event {
  TALLY_JSON_NULL,
  TALLY_JSON_FALSE,
  TALLY_JSON_TRUE,
  TALLY_JSON_NUMBER,
  TALLY_JSON_TEXT,
  TALLY_JSON_KEY,
  TALLY_JSON_OBJECT,
  TALLY_JSON_ARRAY,
  /// The end of the object or array that began last.
  TALLY_JSON_END,
};

enum tally_json_status {
  TALLY_JSON_READ,
  /// The handler said no.
  TALLY_JSON_STOPPED,
  TALLY_JSON_NO_VALUE,
  TALLY_JSON_NO_KEY,
  TALLY_JSON_NO_COLON,
  TALLY_JSON_NO_COMMA,
  TALLY_JSON_BAD_ESCAPE,
  TALLY_JSON_OPEN_TEXT,
  TALLY_JSON_BAD_NUMBER,
  TALLY_JSON_NUMBER_TOO_LARGE,
};

struct tally_json_end {
  enum tally_json_status status;
  /// In bytes: behind the value where it was read, else where it is damaged.
  size_t offset;
};

/// Takes an event with its text: unescaped UTF-8 of a text or key, the digits of a number, else nothing; false stops.
typedef bool (*tally_json_handler)(
    void *context, enum tally_json_event event, const uint8_t *text, size_t count);

#ifdef __cplusplus
extern "C" {
#endif

/// Reads the one value that begins at `start`, blanks before it passed over; what stands behind it is not looked at.
///
/// `bytes` is UTF-8 without zero bytes.
struct tally_json_end tally_json_read(
    const uint8_t *bytes, size_t count, size_t start, tally_json_handler handler, void *context);

#ifdef __cplusplus
}
#endif

#endif
