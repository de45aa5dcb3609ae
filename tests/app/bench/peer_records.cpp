#include "tests/app/bench/peer_records.h"

#include <fstream>
#include <stdlib.h>

namespace frontsheet::bench {

PeerRecords::PeerRecords(std::size_t count) {
    std::string pattern = (std::filesystem::temp_directory_path() / "frontsheet-peers-XXXXXX").string();
    m_folder = ::mkdtemp(pattern.data());
    for (std::size_t n = 0; n < count; ++n) {
        auto number = std::to_string(n);
        number.insert(0, 8 - number.size(), '0');
        append("{\"record\":\"01a1ffd2bedc72738ec03579" + number +
               R"(","type":"contact-note","version":1,"fields":{"text":"Visit number )" + std::to_string(n) +
               R"(. Said \"bore da\", pa\u0142ac na wsi","state":"signed"}})");
    }
}

PeerRecords::~PeerRecords() {
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void PeerRecords::append(const std::string& line) const { std::ofstream(records(), std::ios::app) << line << '\n'; }

} // namespace frontsheet::bench
