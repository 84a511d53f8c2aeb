// libarchive: ZIP archives and zstd streams, read in memory.
#include <archive.h>
#include <archive_entry.h>
