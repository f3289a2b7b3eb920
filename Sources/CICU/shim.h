/* ICU's functions as Swift can see them.
 *
 * ICU's headers rename every function by macro (u_strlen is u_strlen_72 in the library), which Swift's importer does
 * not follow. Each line below declares an alias without the version whose assembler name is the renamed symbol, so
 * there is no wrapper to write and no version number to keep: the headers supply it.
 */
#ifndef SAYSO_CICU_SHIM_H
#define SAYSO_CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

#define SAYSO_STRINGIZE_(x) #x
#define SAYSO_STRINGIZE(x) SAYSO_STRINGIZE_(x)
#define SAYSO_BIND(function) \
  extern __typeof__(function) icu_##function __asm__(SAYSO_STRINGIZE(function));

#endif
