# The few verbs our CMake lists are written in. Every target is ours, so every target takes warnings as errors.

set(FRONTSHEET_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wcast-align -Wformat=2 -Wnull-dereference -Werror)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # Its -Wconversion takes in changes of sign, which GCC's leaves out: one rule for both.
    list(APPEND FRONTSHEET_WARNINGS -Wno-sign-conversion)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 and 13 report null dereferences and dangling inside inlined standard headers.
    list(REMOVE_ITEM FRONTSHEET_WARNINGS -Wnull-dereference)
    # And, optimising fully, overlaps in "literal" + string that cannot be (GCC bug 105651).
    list(APPEND FRONTSHEET_WARNINGS -Wduplicated-cond -Wlogical-op -Wno-restrict)
    if(FRONTSHEET_SANITIZE)
        # What the sanitizers add to std::regex and std::function looks uninitialised to GCC (its bug 105562).
        list(APPEND FRONTSHEET_WARNINGS -Wno-maybe-uninitialized)
    endif()
endif()

function(frontsheet_common target)
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:${FRONTSHEET_WARNINGS}>)
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
    if(FRONTSHEET_FAULTS)
        target_compile_definitions(${target} PRIVATE FRONTSHEET_FAULTS=1)
    endif()
endfunction()

# frontsheet_library(NAME SOURCES a.cpp ... PUBLIC libs ... PRIVATE libs ...)
function(frontsheet_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    frontsheet_common(${name})
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()

# frontsheet_program(NAME SOURCES ... PRIVATE libs ...)
function(frontsheet_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;PRIVATE" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    frontsheet_common(${name})
    target_link_libraries(${name} PRIVATE ${arg_PRIVATE})
endfunction()

# frontsheet_test(NAME LABEL core SOURCES ... LIBS ...): one GoogleTest program, run whole by CTest.
function(frontsheet_test name)
    if(NOT FRONTSHEET_TESTS)
        return() # the preset fuzz walks tests/ for its fuzz targets alone
    endif()
    cmake_parse_arguments(arg "" "LABEL;TIMEOUT" "SOURCES;LIBS;ENVIRONMENT" ${ARGN})
    # Against what hangs, not against a machine that has something else to do.
    if(NOT arg_TIMEOUT OR arg_TIMEOUT LESS 600)
        set(arg_TIMEOUT 600)
    endif()
    add_executable(${name} ${arg_SOURCES})
    frontsheet_common(${name})
    target_link_libraries(${name} PRIVATE ${arg_LIBS} frontsheet_test_folders GTest::gmock GTest::gtest_main)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT ${arg_TIMEOUT}
                         ENVIRONMENT "${arg_ENVIRONMENT}")
endfunction()

# frontsheet_fuzz(NAME SOURCES ... LIBS ...): the libFuzzer program fuzz-NAME, built by the preset fuzz alone, all of them by its target fuzzers.
# Its first inputs are in tests/fuzz/corpus/NAME; ./dev fuzz runs it.
function(frontsheet_fuzz name)
    if(NOT FRONTSHEET_FUZZ)
        return()
    endif()
    cmake_parse_arguments(arg "" "" "SOURCES;LIBS" ${ARGN})
    add_executable(fuzz-${name} ${arg_SOURCES})
    frontsheet_common(fuzz-${name})
    target_link_libraries(fuzz-${name} PRIVATE ${arg_LIBS})
    target_link_options(fuzz-${name} PRIVATE -fsanitize=fuzzer)
    if(NOT TARGET fuzzers)
        add_custom_target(fuzzers)
    endif()
    add_dependencies(fuzzers fuzz-${name})
endfunction()
