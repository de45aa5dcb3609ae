# SQLCipher 4: the system's where it is 4.5 or later, otherwise the pinned source that ./dev setup fetched,
# checked and compiled once outside the build tree (it takes half a minute, so it stays off the incremental path).
# Either way the run-time version is checked again by core/sqlite with PRAGMA cipher_version.

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
    set(FRONTSHEET_SQLCIPHER_DIR "${cache_home}/frontsheet/sqlcipher-4.14.0")
endif()

if(EXISTS "${FRONTSHEET_SQLCIPHER_DIR}/libsqlcipher.a")
    add_library(frontsheet_sqlcipher STATIC IMPORTED)
    set_target_properties(frontsheet_sqlcipher PROPERTIES
        IMPORTED_LOCATION "${FRONTSHEET_SQLCIPHER_DIR}/libsqlcipher.a"
        INTERFACE_INCLUDE_DIRECTORIES "${FRONTSHEET_SQLCIPHER_DIR}"
        INTERFACE_COMPILE_DEFINITIONS "SQLITE_HAS_CODEC;SQLITE_ENABLE_PREUPDATE_HOOK"
        INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto;Threads::Threads;${CMAKE_DL_LIBS};m")
else()
    # Its .pc file gives SQLite's version; SQLCipher 4.5 stands on SQLite 3.36 or later.
    pkg_check_modules(SYSTEM_SQLCIPHER IMPORTED_TARGET "sqlcipher>=3.36")
    if(NOT SYSTEM_SQLCIPHER_FOUND)
        message(FATAL_ERROR "SQLCipher 4 is missing. Run ./dev setup: it fetches the pinned source, checks its "
                            "hash and compiles it once.")
    endif()
    add_library(frontsheet_sqlcipher INTERFACE)
    target_link_libraries(frontsheet_sqlcipher INTERFACE PkgConfig::SYSTEM_SQLCIPHER)
    target_compile_definitions(frontsheet_sqlcipher INTERFACE SQLITE_HAS_CODEC)
endif()
