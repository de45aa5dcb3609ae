// check_boundaries ROOT: exit 0 if the source tree keeps its boundaries, 1 if not, 2 if it could not be read.
#include "tests/tools/boundaries/check.h"

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>

int main(int argc, char** argv) {
    using namespace frontsheet::boundaries;
    if (argc != 2) {
        std::fputs("usage: check_boundaries ROOT\n", stderr);
        return 2;
    }
    const std::string root = argv[1];
    std::ifstream in{root + "/" + kTablePath, std::ios::binary};
    if (!in) {
        std::fprintf(stderr, "check_boundaries: there is no %s/%s\n", root.c_str(), kTablePath);
        return 2;
    }
    try {
        const Table table = readTable({kTablePath, {std::istreambuf_iterator<char>{in}, {}}});
        const auto files = readTree(root, table.skipped);
        const auto violations = checkTree(table, files);
        for (const Violation& violation : violations) {
            std::printf("%s\n", toText(violation).c_str());
        }
        std::printf("%zu files, %zu to put right\n", files.size(), violations.size());
        return violations.empty() ? 0 : 1;
    } catch (const std::exception& error) { // the file system; everything else is checked
        std::fprintf(stderr, "check_boundaries: %s\n", error.what());
        return 2;
    }
}
