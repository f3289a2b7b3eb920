/* SHA-256 from Debian's libcrypto. The three low-level calls are marked deprecated since OpenSSL 3 in favour of a
 * provider look-up by name, which costs more than hashing a short article does. */
#ifndef SAYSO_CCRYPTO_SHIM_H
#define SAYSO_CCRYPTO_SHIM_H

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#endif
