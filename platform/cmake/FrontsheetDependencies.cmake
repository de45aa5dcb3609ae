# Everything outside the standard library, looked up once. ./dev setup installs what is missing.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(CURL 7.88 REQUIRED)
find_package(Protobuf 3.21 REQUIRED)
find_package(Boost 1.81 REQUIRED)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ARGON2 REQUIRED IMPORTED_TARGET libargon2)
find_package(nlohmann_json 3.11 REQUIRED)
find_path(FRONTSHEET_DTL dtl/dtl.hpp REQUIRED) # headers alone, beside the system's
include(FrontsheetSqlcipher)

if(FRONTSHEET_APP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Qml Quick QuickControls2 Svg)
endif()
if(FRONTSHEET_TESTS OR FRONTSHEET_FUZZ) # worlds that tests and fuzz targets share report through it
    find_package(GTest 1.12 REQUIRED)
    if(FRONTSHEET_APP)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Test QuickTest)
        pkg_check_modules(GIO REQUIRED IMPORTED_TARGET gio-2.0)
        pkg_check_modules(X11 REQUIRED IMPORTED_TARGET x11 xtst)
    endif()
endif()
