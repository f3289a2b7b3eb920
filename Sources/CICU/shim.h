/* ICU's functions as Swift can see them.
 *
 * ICU's headers rename every function by macro (u_strlen is u_strlen_72 in the library), which Swift's importer does
 * not follow. Each line below declares an alias without the version whose assembler name is the renamed symbol, so
 * there is no wrapper to write and no version number to keep: the headers supply it.
 */
#ifndef SAYSO_CICU_SHIM_H
#define SAYSO_CICU_SHIM_H

/* Foundation brings an ICU of its own, whose enum of this name has other members: a program that uses both libraries
 * can't have two of one name. */
#define UErrorCode SaysoICUErrorCode

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#define SAYSO_STRINGIZE_(x) #x
#define SAYSO_STRINGIZE(x) SAYSO_STRINGIZE_(x)
#define SAYSO_BIND(function) \
  extern __typeof__(function) icu_##function __asm__(SAYSO_STRINGIZE(function));

SAYSO_BIND(u_errorName)
SAYSO_BIND(u_strFromUTF8WithSub)
SAYSO_BIND(u_strToUTF8WithSub)

SAYSO_BIND(u_charType)
SAYSO_BIND(u_hasBinaryProperty)
SAYSO_BIND(uscript_getScript)
SAYSO_BIND(uscript_getShortName)

SAYSO_BIND(unorm2_getNFCInstance)
SAYSO_BIND(unorm2_getNFDInstance)
SAYSO_BIND(unorm2_getNFKCCasefoldInstance)
SAYSO_BIND(unorm2_isNormalized)
SAYSO_BIND(unorm2_normalize)
SAYSO_BIND(unorm2_spanQuickCheckYes)

SAYSO_BIND(ubrk_open)
SAYSO_BIND(ubrk_close)
SAYSO_BIND(ubrk_setUText)
SAYSO_BIND(ubrk_first)
SAYSO_BIND(ubrk_next)
SAYSO_BIND(utext_openUTF8)
SAYSO_BIND(utext_close)

SAYSO_BIND(ucsdet_open)
SAYSO_BIND(ucsdet_close)
SAYSO_BIND(ucsdet_setText)
SAYSO_BIND(ucsdet_setDeclaredEncoding)
SAYSO_BIND(ucsdet_detectAll)
SAYSO_BIND(ucsdet_getName)
SAYSO_BIND(ucsdet_getConfidence)
SAYSO_BIND(ucsdet_getLanguage)

SAYSO_BIND(ucnv_open)
SAYSO_BIND(ucnv_close)
SAYSO_BIND(ucnv_getStandardName)
SAYSO_BIND(ucnv_setToUCallBack)
SAYSO_BIND(ucnv_toUnicode)
SAYSO_BIND(UCNV_TO_U_CALLBACK_SUBSTITUTE)

SAYSO_BIND(udat_open)
SAYSO_BIND(udat_close)
SAYSO_BIND(udat_countSymbols)
SAYSO_BIND(udat_getSymbols)
SAYSO_BIND(uloc_getDisplayCountry)
SAYSO_BIND(uloc_getISOCountries)

#endif
