# Speeds the build up where the tools exist, and turns sanitizers on for our own targets.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

if(FRONTSHEET_SANITIZE)
    # A finding ends the program, so that a test under a sanitizer cannot pass with one.
    add_compile_options(-fsanitize=${FRONTSHEET_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${FRONTSHEET_SANITIZE})
endif()

if(FRONTSHEET_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "The fuzz targets need Clang's libFuzzer: use the preset fuzz")
    endif()
    # Coverage in every library, libFuzzer's main only in the fuzz targets (frontsheet_fuzz).
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
