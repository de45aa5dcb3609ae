#include "sync/server/disclosure/evidence_rows.h"

#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/disclosure/disclosure_views.h"

#include <algorithm>
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
    Gathering(const EvidenceAsk& ask, std::span<const PersonId> person, const MayKnow& mayKnow, std::size_t most,
              const MayKnowAsker& mayKnowAsker)
        : m_ask(ask), m_person(person.begin(), person.end()), m_mayKnow(mayKnow), m_most(most),
          m_mayKnowAsker(mayKnowAsker) {}

    Result<void> take(const Entry& entry) {
        return std::visit([&](const auto& what) { return add(entry, what); }, entry.what);
    }
    // Of the pages found so far that nobody has said to have.
    [[nodiscard]] std::vector<Subject> receiptsAwaited() const {
        std::vector<Subject> subjects;
        for (const auto& [page, places] : m_onTheirWay) {
            subjects.push_back(subjectOfReceipt(page.first, page.second));
        }
        return subjects;
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
                if (!sent.person.isNull()) {
                    people.insert(sent.person);
                }
                if (row.records.size() < kEvidenceRecordsPerRow) {
                    row.records.push_back({sent.record, {}, {}, sent.version});
                }
            }
            row.peopleCount = people.size();
            if (!isAboutPerson() && people.size() == 1) {
                row.person = *people.begin();
            }
            if (row.recordCount != 0) {
                m_onTheirWay[{release.who.device, release.receipt}].push_back(
                    {entry.number, m_out.olderLeft + m_out.rows.size()});
                keep(std::move(row));
            }
        }
        return ok();
    }

    Result<void> add(const Entry& entry, const Delivered& delivered) {
        const auto found = m_onTheirWay.find({delivered.who.device, delivered.receipt});
        if (found != m_onTheirWay.end()) {
            // By the index receipts come after all the pages: one speaks of those before it in the log.
            std::erase_if(found->second, [&](const OnItsWay& page) {
                if (page.entry < entry.number && page.place >= m_out.olderLeft) {
                    m_out.rows[static_cast<std::size_t>(page.place - m_out.olderLeft)].deliveredAt = entry.at;
                }
                return page.entry < entry.number;
            });
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
            row.recordCount = 1;
            row.peopleCount = person.isNull() ? 0 : 1; // null: of something that is not here
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
        if (theirs && isWhen(entry.at) && (!m_mayKnowAsker || m_mayKnowAsker(asked.who))) {
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
    const MayKnowAsker& m_mayKnowAsker;
    struct OnItsWay {
        std::uint64_t entry = 0;
        std::uint64_t place = 0; // among all rows
    };
    std::map<std::pair<DeviceId, std::uint64_t>, std::vector<OnItsWay>> m_onTheirWay;
};

std::vector<Subject> subjectsOfAsk(const EvidenceAsk& ask, std::span<const PersonId> person) {
    std::vector<Subject> subjects{subjectOfEveryView()};
    if (ask.view == EvidenceView::Worker) {
        subjects.push_back(subjectOf(ask.workerAgency, ask.worker));
    } else if (ask.view == EvidenceView::Emergencies) {
        subjects.push_back(subjectOfEmergencies());
    } else {
        std::transform(person.begin(), person.end(), std::back_inserter(subjects),
                       [](const PersonId& id) { return subjectOf(id); });
    }
    return subjects;
}

} // namespace

Result<EvidenceRows> evidenceRows(LedgerReads& ledger, const EvidenceAsk& ask, std::span<const PersonId> person,
                                  const MayKnow& mayKnow, std::size_t most, const MayKnowAsker& mayKnowAsker) {
    Gathering gathering{ask, person, mayKnow, most, mayKnowAsker};
    FS_ASSIGN(const auto end, ledger.disclosures().end());
    const auto last = ask.asOf == 0 ? end.number : std::min(ask.asOf, end.number);
    FS_TRY(walkAbout(
        ledger, subjectsOfAsk(ask, person), last,
        [&](const StoredEntry& stored) -> Result<void> {
            const auto entry = decode(stored.bytes);
            if (!entry) {
                ++gathering.m_out.unreadable;
                return ok();
            }
            return gathering.take(*entry);
        },
        [&] { return gathering.receiptsAwaited(); }));
    gathering.m_out.asOf = last;
    return std::move(gathering.m_out);
}

} // namespace frontsheet::disclosure
