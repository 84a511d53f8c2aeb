#include "CJSONReader.h"

// A failed assertion would end the program; what is asserted here follows from the grammar that was just checked.
#define RAPIDJSON_ASSERT(condition) ((void)0)
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace {

/// Hands the events of RapidJSON on.
struct Events {
  tally_json_handler handler;
  void *context;

  bool send(tally_json_event event, const char *text = nullptr, size_t count = 0) {
    return handler(context, event, reinterpret_cast<const uint8_t *>(text), count);
  }

  bool Null() { return send(TALLY_JSON_NULL); }
  bool Bool(bool value) { return send(value ? TALLY_JSON_TRUE : TALLY_JSON_FALSE); }
  bool RawNumber(const char *text, rapidjson::SizeType count, bool) {
    return send(TALLY_JSON_NUMBER, text, count);
  }
  bool String(const char *text, rapidjson::SizeType count, bool) {
    return send(TALLY_JSON_TEXT, text, count);
  }
  bool Key(const char *text, rapidjson::SizeType count, bool) { return send(TALLY_JSON_KEY, text, count); }
  bool StartObject() { return send(TALLY_JSON_OBJECT); }
  bool EndObject(rapidjson::SizeType) { return send(TALLY_JSON_END); }
  bool StartArray() { return send(TALLY_JSON_ARRAY); }
  bool EndArray(rapidjson::SizeType) { return send(TALLY_JSON_END); }

  // Numbers come as text, so these are never called; the reader wants to see them.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(int64_t) { return false; }
  bool Uint64(uint64_t) { return false; }
  bool Double(double) { return false; }
};

tally_json_status status(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorNone: return TALLY_JSON_READ;
    case rapidjson::kParseErrorTermination: return TALLY_JSON_STOPPED;
    case rapidjson::kParseErrorObjectMissName: return TALLY_JSON_NO_KEY;
    case rapidjson::kParseErrorObjectMissColon: return TALLY_JSON_NO_COLON;
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return TALLY_JSON_NO_COMMA;
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringInvalidEncoding:
    case rapidjson::kParseErrorStringEscapeInvalid: return TALLY_JSON_BAD_ESCAPE;
    case rapidjson::kParseErrorStringMissQuotationMark: return TALLY_JSON_OPEN_TEXT;
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent: return TALLY_JSON_BAD_NUMBER;
    case rapidjson::kParseErrorNumberTooBig: return TALLY_JSON_NUMBER_TOO_LARGE;
    case rapidjson::kParseErrorDocumentEmpty:
    case rapidjson::kParseErrorDocumentRootNotSingular:
    case rapidjson::kParseErrorValueInvalid:
    case rapidjson::kParseErrorUnspecificSyntaxError: return TALLY_JSON_NO_VALUE;
  }
  return TALLY_JSON_NO_VALUE;
}

}  // namespace

extern "C" tally_json_end tally_json_read(
    const uint8_t *bytes, size_t count, size_t start, tally_json_handler handler, void *context) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag |
                             rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::MemoryStream stream(reinterpret_cast<const char *>(bytes) + start, count - start);
  Events events{handler, context};
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, events);
  return {status(result.Code()), start + (result.IsError() ? result.Offset() : stream.Tell())};
}
