// expat: the XML parts of workbooks.
#include <expat.h>
