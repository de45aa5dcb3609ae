#include "sync/server/disclosure/evidence_rows.h"

#include "sync/server/disclosure/disclosure_views.h"

#include <limits>
#include <map>
#include <unordered_set>

namespace frontsheet::disclosure {

namespace {

EvidenceKind kindOf(EmergencyStep step) {
    switch (step) {
    case EmergencyStep::Opened:
        return EvidenceKind::EmergencyOpened;
    case EmergencyStep::Ended:
        return EvidenceKind::EmergencyEnded;
    case EmergencyStep::Reviewed:
        return EvidenceKind::EmergencyReviewed;
    case EmergencyStep::Sought:
        return EvidenceKind::EmergencySought;
    }
    return EvidenceKind::Other;
}

class Gathering {
public:
    Gathering(const EvidenceAsk& ask, std::span<const PersonId> person, const MayKnow& mayKnow, std::size_t most)
        : m_ask(ask), m_person(person.begin(), person.end()), m_mayKnow(mayKnow), m_most(most) {}

    Result<void> take(const Entry& entry) {
        return std::visit([&](const auto& what) { return add(entry, what); }, entry.what);
    }
    EvidenceRows m_out;

private:
    [[nodiscard]] bool isWhen(WallTime at) const {
        return !(at < m_ask.from) && (!m_ask.until.isKnown() || at < m_ask.until);
    }
    [[nodiscard]] bool isWho(const Principal& who) const {
        return m_ask.view != EvidenceView::Worker || (who.agency == m_ask.workerAgency && who.worker == m_ask.worker);
    }
    [[nodiscard]] bool isAboutPerson() const { return m_ask.view == EvidenceView::Person; }

    static EvidenceRow rowOf(const Entry& entry, EvidenceKind kind, const Principal& who) {
        EvidenceRow row;
        row.entry = entry.number;
        row.kind = kind;
        row.at = entry.at;
        row.agency = who.agency;
        row.worker = who.worker;
        row.role = who.role;
        row.device = who.device;
        return row;
    }
    void keep(EvidenceRow row) {
        m_out.rows.push_back(std::move(row));
        if (m_out.rows.size() > m_most) {
            m_out.rows.pop_front();
            ++m_out.olderLeft;
        }
    }

    Result<void> add(const Entry& entry, const Release& release) {
        const bool wanted = m_ask.view != EvidenceView::Emergencies && isWhen(entry.at) && isWho(release.who);
        for (const auto& part : release.parts) {
            const bool emergency = m_ask.view == EvidenceView::Emergencies && part.terms.reason == kEmergencyReason;
            if (!(wanted || (emergency && isWhen(entry.at)))) {
                continue;
            }
            auto row = rowOf(entry, EvidenceKind::Released, release.who);
            row.reason = part.terms.reason;
            row.clause = part.terms.clause;
            row.purpose = part.terms.purpose;
            row.fields = part.terms.fields;
            std::unordered_set<PersonId> people;
            for (const auto& sent : part.records) {
                FS_ASSIGN(const bool of, isOf(sent.person, sent.record));
                if (!of) {
                    continue;
                }
                ++row.recordCount;
                people.insert(sent.person);
                if (row.records.size() < kEvidenceRecordsPerRow) {
                    row.records.push_back({sent.record, {}, {}, sent.version});
                }
            }
            row.peopleCount = people.size();
            if (row.recordCount != 0) {
                m_onTheirWay[{release.who.device, release.receipt}].push_back(m_out.olderLeft + m_out.rows.size());
                keep(std::move(row));
            }
        }
        return ok();
    }

    Result<void> add(const Entry& entry, const Delivered& delivered) {
        const auto found = m_onTheirWay.find({delivered.who.device, delivered.receipt});
        if (found != m_onTheirWay.end()) {
            for (const auto place : found->second) {
                if (place >= m_out.olderLeft) {
                    m_out.rows[static_cast<std::size_t>(place - m_out.olderLeft)].deliveredAt = entry.at;
                }
            }
            m_onTheirWay.erase(found);
        }
        return ok();
    }

    Result<void> add(const Entry& entry, const Readings& readings) {
        if (m_ask.view == EvidenceView::Emergencies || !isWhen(entry.at) || !isWho(readings.who)) {
            return ok();
        }
        for (const auto& [reading, person] : readings.readings) {
            FS_ASSIGN(const bool of, isOf(person, reading.record));
            if (!of) {
                continue;
            }
            auto row = rowOf(entry, EvidenceKind::Read, readings.who);
            row.how = reading.how;
            row.readAt = reading.at;
            row.person = person;
            row.recordCount = row.peopleCount = 1;
            row.records = {{reading.record, {}, {}, reading.version}};
            keep(std::move(row));
        }
        return ok();
    }

    Result<void> add(const Entry& entry, const Emergency& emergency) {
        const bool aboutThem = !isAboutPerson() || m_person.contains(emergency.person);
        if (aboutThem && isWhen(entry.at) && isWho(emergency.who)) {
            auto row = rowOf(entry, kindOf(emergency.step), emergency.who);
            row.person = emergency.person;
            row.until = emergency.until;
            row.words = emergency.words;
            keep(std::move(row));
        }
        return ok();
    }

    // Looking at the log: of a person, that somebody asked about them; of a worker, that they asked.
    Result<void> add(const Entry& entry, const Asked& asked) {
        const bool theirs = isAboutPerson() ? m_person.contains(asked.person) && !asked.person.isNull()
                                            : m_ask.view == EvidenceView::Worker && isWho(asked.who);
        if (theirs && isWhen(entry.at)) {
            auto row =
                rowOf(entry, asked.outcome == AskedOutcome::Answered ? EvidenceKind::Asked : EvidenceKind::AskedInVain,
                      asked.who);
            row.person = asked.person;
            keep(std::move(row));
        }
        return ok();
    }

    Result<void> add(const Entry& entry, const NewSegment& segment) {
        if (isWhen(entry.at)) {
            auto row = rowOf(entry, EvidenceKind::Gap, {});
            row.reason = std::string{name(segment.cause)};
            keep(std::move(row));
        }
        return ok();
    }

    Result<bool> isOf(const PersonId& person, const RecordId& record) {
        if (!isAboutPerson()) {
            return true;
        }
        if (!m_person.contains(person)) {
            return false;
        }
        return m_mayKnow(record);
    }

    const EvidenceAsk& m_ask;
    std::unordered_set<PersonId> m_person;
    const MayKnow& m_mayKnow;
    std::size_t m_most;
    std::map<std::pair<DeviceId, std::uint64_t>, std::vector<std::uint64_t>> m_onTheirWay; // places among all rows
};

} // namespace

Result<EvidenceRows> evidenceRows(LedgerReads& ledger, const EvidenceAsk& ask, std::span<const PersonId> person,
                                  const MayKnow& mayKnow, std::size_t most) {
    Gathering gathering{ask, person, mayKnow, most};
    const auto last = ask.asOf == 0 ? std::numeric_limits<std::uint64_t>::max() : ask.asOf;
    FS_TRY(ledger.disclosures().entries(1, [&](const StoredEntry& stored) -> Result<Walk> {
        if (stored.number > last) {
            return Walk::Stop;
        }
        gathering.m_out.asOf = stored.number;
        const auto entry = decode(stored.bytes);
        if (!entry) {
            ++gathering.m_out.unreadable;
            return Walk::On;
        }
        FS_TRY(gathering.take(*entry));
        return Walk::On;
    }));
    return std::move(gathering.m_out);
}

} // namespace frontsheet::disclosure
