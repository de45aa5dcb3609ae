#include "core/domain/stated.h"

#include "core/base/utf8.h"
#include "core/domain/display_name.h"
#include "core/domain/identity/phone_number.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace frontsheet {

namespace {

// "after 6pm" beside a number is worth seeing, so such a value only agrees with itself.
bool hasLetter(const std::string& folded) {
    return std::any_of(folded.begin(), folded.end(), [](char c) { return c != ' ' && (c < '0' || c > '9'); });
}

std::string keyOf(Sayings::Likeness likeness, const std::string& value) {
    std::string key;
    if (likeness != Sayings::Likeness::Date) {
        key = foldForSearch(value);
        if (likeness == Sayings::Likeness::Phone && !hasLetter(key)) {
            key = PhoneNumber::of(value).digits;
        }
        std::erase(key, ' ');
    }
    return key.empty() ? value : key; // "?" and "-" are said too, if only to be asked about
}

bool newerFirst(const Source& a, const Source& b) { return a.asOf != b.asOf ? a.asOf > b.asOf : a.agency < b.agency; }

bool saidBy(const Version& version, const AgencyId& agency) {
    return std::any_of(version.sources.begin(), version.sources.end(),
                       [&](const Source& s) { return s.agency == agency; });
}

// A date of which less is known goes to the one fuller date it agrees with; to none where it agrees with two.
void takeInPartDates(std::map<std::string, std::vector<std::size_t>>& byKey) {
    for (auto part = byKey.begin(); part != byKey.end();) {
        auto fuller = byKey.end();
        std::size_t agreeing = 0;
        for (auto other = byKey.begin(); other != byKey.end(); ++other) {
            if (other->first.starts_with(part->first + "-")) {
                // "1939" agrees with "1939-02" and "1939-02-11" alike when those agree: the fullest takes it.
                if (fuller == byKey.end() || other->first.starts_with(fuller->first + "-")) {
                    agreeing = agreeing == 0 ? 1 : agreeing;
                    fuller = other;
                } else if (!fuller->first.starts_with(other->first + "-")) {
                    ++agreeing;
                }
            }
        }
        if (agreeing == 1) {
            fuller->second.insert(fuller->second.end(), part->second.begin(), part->second.end());
            part = byKey.erase(part);
        } else {
            ++part;
        }
    }
}

// Two ways of writing one thing. Of a date the one may say less than the other.
bool agree(Sayings::Likeness likeness, const std::string& a, const std::string& b) {
    const auto keyA = keyOf(likeness, a);
    const auto keyB = keyOf(likeness, b);
    return keyA == keyB ||
           (likeness == Sayings::Likeness::Date && (keyA.starts_with(keyB + "-") || keyB.starts_with(keyA + "-")));
}

} // namespace

void Sayings::add(std::string value, const Source& source, const RecordId& record) {
    if (!value.empty()) {
        auto key = keyOf(m_likeness, value);
        m_said.push_back({std::move(key), std::move(value), source, record});
    }
}

void Sayings::putRight(Stated& stated) const {
    stated.right = m_right;
    std::sort(stated.right.begin(), stated.right.end(), [](const SaidRight& a, const SaidRight& b) {
        return std::tie(b.at, b.record) < std::tie(a.at, a.record);
    });
    std::set<AgencyId> heard;
    for (auto& said : stated.right) {
        said.stands = heard.insert(said.agency).second;
        // What is spelled just so goes before what merely agrees: "1939" agrees with two days of that year.
        const auto holds = [&](auto&& test) {
            return std::find_if(stated.versions.begin(), stated.versions.end(), test) - stated.versions.begin();
        };
        auto at = holds([&](const Version& v) { return keyOf(m_likeness, v.value) == keyOf(m_likeness, said.value); });
        if (static_cast<std::size_t>(at) == stated.versions.size()) {
            at = holds([&](const Version& v) { return agree(m_likeness, v.value, said.value); });
        }
        said.version.reset();
        if (static_cast<std::size_t>(at) < stated.versions.size()) {
            said.version = static_cast<std::size_t>(at);
        }
    }
}

Stated Sayings::together(const AgencyId& viewer) const {
    std::map<std::string, std::vector<std::size_t>> byKey;
    for (std::size_t i = 0; i < m_said.size(); ++i) {
        byKey[m_said[i].key].push_back(i);
    }
    if (m_likeness == Likeness::Date) {
        takeInPartDates(byKey);
    }
    const auto spelledBetter = [&](const Said& a, const Said& b) {
        const auto rank = [&](const Said& said) {
            // Keys of one version only differ among dates: the fullest is shown.
            const bool small = upperCase(said.value) != said.value;
            return std::tuple{said.key.size(), said.source.agency == viewer, small, said.source.asOf, said.value};
        };
        return rank(a) > rank(b);
    };
    Stated stated;
    for (const auto& [key, indices] : byKey) {
        Version version;
        const Said* best = &m_said[indices.front()];
        for (const auto index : indices) {
            version.sources.push_back(m_said[index].source);
            if (spelledBetter(m_said[index], *best)) {
                best = &m_said[index];
            }
        }
        version.value = best->value;
        version.record = best->record;
        std::sort(version.sources.begin(), version.sources.end(), newerFirst);
        stated.versions.push_back(std::move(version));
    }
    std::stable_sort(stated.versions.begin(), stated.versions.end(), [&](const Version& a, const Version& b) {
        const bool ownA = saidBy(a, viewer);
        if (ownA != saidBy(b, viewer)) {
            return ownA;
        }
        return newerFirst(a.sources.front(), b.sources.front());
    });
    putRight(stated);
    return stated;
}

} // namespace frontsheet
