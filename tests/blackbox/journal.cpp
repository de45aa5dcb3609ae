#include "tests/blackbox/journal.h"

#include <sstream>

namespace frontsheet::blackbox {

unsigned Journal::begin(const std::string& device, const std::string& kind, const std::string& record) {
    const auto mark = nextMark();
    m_file << "begin " << ++m_acts << ' ' << device << ' ' << kind << ' ' << (record.empty() ? "-" : record) << ' '
           << mark << std::endl;
    return m_acts;
}

void Journal::saved(unsigned no, const std::string& record) { m_file << "saved " << no << ' ' << record << std::endl; }

void Journal::file(unsigned no, const std::string& address) { m_file << "file " << no << ' ' << address << std::endl; }

void Journal::notDone(unsigned no, const std::string& error) {
    m_file << "not-done " << no << ' ' << (error.empty() ? "-" : error) << std::endl;
}

void Journal::sent(unsigned no) { m_file << "sent " << no << std::endl; }

Result<std::vector<JournalledAct>> Journal::read(const std::filesystem::path& file) {
    std::vector<JournalledAct> acts;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string what;
        unsigned no = 0;
        words >> what >> no;
        if (what == "begin") {
            JournalledAct act;
            act.no = no;
            words >> act.device >> act.kind >> act.record >> act.mark;
            act.record = act.record == "-" ? "" : act.record;
            acts.push_back(act);
        }
        if (no == 0 || no > acts.size() || !words) {
            return {ErrorCode::Malformed, "journal"};
        }
        auto& act = acts[no - 1];
        if (what == "saved") {
            act.seen = JournalledAct::Seen::Saved;
            words >> act.record;
        } else if (what == "file") {
            words >> act.file;
        } else if (what == "not-done") {
            act.seen = JournalledAct::Seen::NotDone;
        } else if (what == "sent") {
            act.sent = true;
        }
    }
    return acts;
}

} // namespace frontsheet::blackbox
