#include "core/store/hidden_people.h"

#include "core/domain/hiding.h"
#include "core/store/record_rows.h"
#include "core/store/searchable_words.h"

#include <algorithm>
#include <limits>

namespace frontsheet::store {

bool haveAll(const std::vector<std::string>& words, const std::vector<std::string>& typed) {
    return std::all_of(typed.begin(), typed.end(), [&](const std::string& one) {
        const auto at = std::lower_bound(words.begin(), words.end(), one);
        return at != words.end() && at->starts_with(one);
    });
}

Result<std::shared_ptr<const HiddenPeople>> HiddenPeople::of(sqlite::Connection& db, const BodyCodec& codec,
                                                             WallTime now) {
    RecordRows rows(db, codec);
    FS_ASSIGN(const auto restrictions,
              rows.ofType(RecordType::PermissionStatement, std::numeric_limits<std::size_t>::max(),
                          [now](const WorkingRecord& working) {
                              return isAddressHidden({&working.record, 1}, now);
                          }));
    if (restrictions.empty()) {
        return std::shared_ptr<const HiddenPeople>{};
    }
    auto hidden = std::make_shared<HiddenPeople>();
    for (const auto& restriction : restrictions) {
        hidden->m_persons.insert(restriction.record.person);
        FS_ASSIGN(auto same, db.prepare("SELECT o.person, o.human, coalesce(r.record, 0) FROM human h "
                                        "JOIN human o ON o.human = h.human "
                                        "LEFT JOIN registration r ON r.person = o.person WHERE h.person = ?"));
        same.bind(restriction.record.person);
        for (;;) {
            FS_ASSIGN(const bool more, same.next());
            if (!more) {
                break;
            }
            hidden->m_persons.insert(same.id<PersonId>(0));
            hidden->m_humans.insert(same.integer(1));
            if (same.integer(2) != 0) {
                FS_ASSIGN(const auto registration, rows.working(same.integer(2)));
                hidden->m_words[same.integer(2)] =
                    registration ? wordsOf(withoutAddress(registration->record)) : std::vector<std::string>{};
            }
        }
    }
    return std::shared_ptr<const HiddenPeople>{std::move(hidden)};
}

bool HiddenPeople::mayFind(std::int64_t registration, const std::vector<std::string>& typed) const {
    const auto words = m_words.find(registration);
    return words == m_words.end() || haveAll(words->second, typed);
}

} // namespace frontsheet::store
