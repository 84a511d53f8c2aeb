// libmd: SHA-256, by which a file is known again. It comes with libedit.
#include <sha2.h>
