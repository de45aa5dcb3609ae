# SQLCipher 4.14: the pinned source that ./dev setup fetched, checked, changed in one place and compiled once outside the build
# tree (it takes half a minute, so it stays off the incremental path). The run-time version is checked again by core/sqlite
# with PRAGMA cipher_version.

set(FRONTSHEET_SQLCIPHER_DIR "" CACHE PATH "Folder with libsqlcipher.a and sqlite3.h, made by ./dev setup")
if(NOT FRONTSHEET_SQLCIPHER_DIR AND DEFINED ENV{FRONTSHEET_SQLCIPHER_DIR})
    set(FRONTSHEET_SQLCIPHER_DIR "$ENV{FRONTSHEET_SQLCIPHER_DIR}")
endif()
if(NOT FRONTSHEET_SQLCIPHER_DIR)
    if(DEFINED ENV{XDG_CACHE_HOME})
        set(cache_home "$ENV{XDG_CACHE_HOME}")
    else()
        set(cache_home "$ENV{HOME}/.cache")
    endif()
    set(FRONTSHEET_SQLCIPHER_DIR "${cache_home}/frontsheet/sqlcipher-4.14.0-1")
endif()

if(NOT EXISTS "${FRONTSHEET_SQLCIPHER_DIR}/libsqlcipher.a")
    message(FATAL_ERROR "SQLCipher 4 is missing. Run ./dev setup: it fetches the pinned source, checks its "
                        "hash and compiles it once.")
endif()
add_library(frontsheet_sqlcipher STATIC IMPORTED)
set_target_properties(frontsheet_sqlcipher PROPERTIES
    IMPORTED_LOCATION "${FRONTSHEET_SQLCIPHER_DIR}/libsqlcipher.a"
    INTERFACE_INCLUDE_DIRECTORIES "${FRONTSHEET_SQLCIPHER_DIR}"
    INTERFACE_COMPILE_DEFINITIONS "SQLITE_HAS_CODEC;SQLITE_ENABLE_PREUPDATE_HOOK"
    INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto;Threads::Threads;${CMAKE_DL_LIBS};m")
