// utf8proc: the width of a character in terminal columns, from the tables of the Unicode standard.
#include <utf8proc.h>
