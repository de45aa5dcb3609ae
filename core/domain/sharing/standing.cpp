#include "core/domain/sharing/standing.h"

#include <algorithm>
#include <map>

namespace frontsheet::sharing {

namespace {

bool stops(const SignedStatement& statement) { return statement.act == SignedAct::Suspend; }

class Mark {
public:
    void add(std::string_view bytes) {
        for (const char byte : bytes) {
            m_value = (m_value ^ static_cast<std::uint8_t>(byte)) * 0x100000001b3ULL;
        }
    }
    void add(std::uint64_t number) {
        for (int shift = 0; shift < 64; shift += 8) {
            m_value = (m_value ^ ((number >> shift) & 0xFF)) * 0x100000001b3ULL;
        }
    }
    [[nodiscard]] std::uint64_t value() const { return m_value == 0 ? 1 : m_value; }

private:
    std::uint64_t m_value = 0xcbf29ce484222325ULL;
};

} // namespace

bool takesThePlaceOf(const SignedStatement& newer, const SignedStatement& older) {
    if (newer.at != older.at) {
        return older.at < newer.at;
    }
    return stops(newer) && !stops(older);
}

std::vector<Suspension> suspensionsIn(std::span<const SignedStatement> statements, std::uint32_t version) {
    std::map<AgencyId, const SignedStatement*> latest;
    for (const auto& statement : statements) {
        if (statement.act == SignedAct::Suspend || statement.act == SignedAct::Resume) {
            auto& held = latest[statement.by];
            if (held == nullptr || takesThePlaceOf(statement, *held)) {
                held = &statement;
            }
        }
    }
    std::map<AgencyId, Suspension> out;
    for (const auto& [agency, statement] : latest) {
        if (stops(*statement)) {
            out.insert_or_assign(agency, Suspension{agency, statement->clauses});
        }
    }
    for (const auto& statement : statements) {
        if (statement.act == SignedAct::Retire && statement.version >= version) {
            out.insert_or_assign(statement.by, Suspension{statement.by, {}});
        }
    }
    std::vector<Suspension> all;
    all.reserve(out.size());
    for (auto& [agency, suspension] : out) {
        all.push_back(std::move(suspension));
    }
    return all;
}

bool isStopped(const AgencyId& home, std::span<const AgencyId> bound, std::span<const Suspension> suspensions) {
    const auto stoppedAll = [&](const AgencyId& agency) {
        return std::any_of(suspensions.begin(), suspensions.end(),
                           [&](const Suspension& s) { return s.by == agency && s.clauses.empty(); });
    };
    if (stoppedAll(home)) {
        return true;
    }
    const auto others = std::count_if(bound.begin(), bound.end(), [&](const AgencyId& a) { return a != home; });
    return others > 0 && std::all_of(bound.begin(), bound.end(),
                                     [&](const AgencyId& agency) { return agency == home || stoppedAll(agency); });
}

std::uint64_t markOf(const AgreementsInForce& agreements) {
    if (agreements.all().empty()) {
        return 0;
    }
    Mark mark;
    for (const auto& compiled : agreements.all()) {
        mark.add(compiled.agreement().id);
        mark.add(compiled.hash());
        const auto& parties = compiled.agreement().parties;
        for (std::uint16_t party = 0; party < parties.size(); ++party) {
            mark.add(compiled.isBound(party) ? 1U : 0U);
        }
        for (const auto& clause : compiled.clauses()) {
            mark.add(clause.suspendedBy);
        }
    }
    return mark.value();
}

} // namespace frontsheet::sharing
