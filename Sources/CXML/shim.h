/* libxml2's headers bring in ICU's, whose enum of errors Foundation has too with other members: see CICU/shim.h. */
#define UErrorCode SaysoICUErrorCode

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
