// zlib: gzip streams, with their checksums.
#include <zlib.h>
