#include "core/extract/mapping.h"
#include "tests/core/extract/hostile_extract.h"
#include "tests/core/extract/import_fixture.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

namespace frontsheet::extract {
namespace {

std::string contentOf(const std::string& path) {
    std::ifstream stream{path, std::ios::binary};
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

// Bytes and pieces that readers stumble over.
void spoil(std::string& text, std::mt19937_64& chance) {
    static constexpr std::array<std::string_view, 14> kPieces{
        "\"",   "\"\"",         "\n", "\r",       "\r\n", ",", "|", std::string_view{"\0", 1},
        "\xFF", "\xEF\xBB\xBF", "<-", " : else ", "[",    "#"};
    const std::size_t times = 1 + chance() % 6;
    for (std::size_t i = 0; i < times && !text.empty(); ++i) {
        const std::size_t at = chance() % text.size();
        switch (chance() % 4) {
        case 0:
            text[at] = static_cast<char>(chance() % 256);
            break;
        case 1:
            text.insert(at, kPieces[chance() % kPieces.size()]);
            break;
        case 2:
            text.erase(at, chance() % 40);
            break;
        default:
            text.insert(at, text.substr(chance() % text.size(), chance() % 200));
        }
    }
}

TEST(HostileExtract, SpoiltFilesAreTakenAsFarAsTheyGoAndNothingIsUnaccountedFor) {
    constexpr std::uint64_t kSeed = 4711;
    std::mt19937_64 chance{kSeed};
    for (const auto& each : kPeopleExtracts) {
        const std::string whole = contentOf(extractPath(each.file)).substr(0, 4000);
        const std::string mapping{*shippedMapping(each.mapping)};
        for (int i = 0; i < 60; ++i) {
            std::string file = whole;
            spoil(file, chance);
            const std::string fault = faultOfImport(mapping + "\n====\n" + file);
            ASSERT_EQ(fault, "") << "seed " << kSeed << ", " << each.file << ", round " << i;
        }
    }
}

TEST(HostileExtract, SpoiltMappingsAreRefusedOrMeanSomething) {
    constexpr std::uint64_t kSeed = 815;
    std::mt19937_64 chance{kSeed};
    for (const auto& each : kPeopleExtracts) {
        const std::string file = contentOf(extractPath(each.file)).substr(0, 1500);
        for (int i = 0; i < 200; ++i) {
            std::string mapping{*shippedMapping(each.mapping)};
            spoil(mapping, chance);
            ASSERT_EQ(faultOfImport(mapping + "\n====\n" + file), "") << "seed " << kSeed << ", round " << i;
        }
    }
}

} // namespace
} // namespace frontsheet::extract
