#include "app/bench/sync/typed_searches.h"

#include "core/domain/schema/contact_note.h"
#include "core/usecases/people.h"

#include <sstream>

namespace frontsheet::bench {

namespace {

constexpr std::size_t kPeopleSampled = 200;
constexpr std::size_t kPeopleAtOnce = 20;

} // namespace

Result<TypedSearches> TypedSearches::on(device::DeviceSession& session, std::uint64_t seed) {
    People people(session.workplace());
    std::mt19937_64 chance(seed);
    std::vector<std::string> wanted;
    FS_ASSIGN(const auto all, people.caseload(RecordReader::CaseloadOf::Everyone, 0, 1));
    while (all.total > 0 && wanted.size() < kPeopleSampled * 4) {
        FS_ASSIGN(const auto some,
                  people.caseload(RecordReader::CaseloadOf::Everyone, chance() % all.total, kPeopleAtOnce));
        for (const auto& row : some.rows) {
            wanted.push_back(row.familyName);
            wanted.push_back(row.givenName + " " + row.familyName);
            const PersonId person[] = {row.person};
            FS_ASSIGN(const auto records, session.store().aboutPersons(person));
            std::vector<std::string> words;
            for (const auto& held : records) {
                std::istringstream text(held.record.fields.get(contact_note::kText));
                for (std::string word; held.record.type == RecordType::ContactNote && text >> word;) {
                    words.push_back(word);
                }
            }
            if (words.empty()) {
                continue;
            }
            const std::size_t at = chance() % words.size();
            wanted.push_back(words[at]);
            wanted.push_back(words[at] + " " + words[(at + 1) % words.size()]);
        }
    }
    return wanted.empty() ? Result<TypedSearches>{ErrorCode::NotFound, "people"}
                          : TypedSearches{std::move(wanted), seed};
}

std::string TypedSearches::next() {
    while (m_typed == m_word.size()) {
        m_word = m_wanted[m_chance() % m_wanted.size()];
        m_typed = 0;
    }
    ++m_typed;
    while (m_typed < m_word.size() && (static_cast<unsigned char>(m_word[m_typed]) & 0xC0) == 0x80) {
        ++m_typed; // the rest of a character
    }
    return m_word.substr(0, m_typed);
}

} // namespace frontsheet::bench
