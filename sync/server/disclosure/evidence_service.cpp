#include "sync/server/disclosure/evidence_service.h"

#include "sync/server/limits.h"
#include "sync/wire/body_codec.h"

#include <algorithm>

namespace frontsheet::disclosure {

EvidenceService::Standing EvidenceService::standingOf(const EvidenceAsk& ask,
                                                      const std::vector<PersonId>& person) const {
    if (m_who.agency != m_ledger.home()) {
        return Standing::Nobody;
    }
    if (m_grants.sharing().agreements.isAuditor(m_who)) {
        return Standing::Auditor;
    }
    const bool plain = ask.view == EvidenceView::Person || ask.view == EvidenceView::Devices;
    const bool joined = std::any_of(person.begin(), person.end(), [&](const PersonId& id) {
        return !m_grants.joinedTo(id).all.without(sharing::Relationship::Emergency).empty();
    });
    return plain && joined ? Standing::JoinedToThePerson : Standing::Nobody;
}

Result<EvidencePage> EvidenceService::answer(const EvidenceAsk& ask) {
    std::vector<PersonId> person;
    if (!ask.person.isNull()) {
        FS_ASSIGN(person, m_ledger.statements().sameHuman(ask.person));
    }
    m_standing = standingOf(ask, person);
    if (m_standing == Standing::Nobody) {
        return {ErrorCode::NotPermitted, "who saw what"};
    }
    EvidencePage page;
    page.serverTime = m_now;
    switch (ask.view) {
    case EvidenceView::Person:
    case EvidenceView::Worker:
    case EvidenceView::Emergencies:
        FS_TRY(fillRows(page, ask, person));
        break;
    case EvidenceView::Devices:
        FS_TRY(fillDevices(page, person));
        break;
    case EvidenceView::Holdings:
        FS_TRY(fillHoldings(page, ask, person));
        break;
    }
    return page;
}

Result<EvidenceService::Known> EvidenceService::known(const RecordId& record) {
    if (const auto before = m_known.find(record); before != m_known.end()) {
        return before->second;
    }
    Known known;
    FS_ASSIGN(const auto found, m_ledger.record(record));
    if (found) {
        known.type = found->header.type;
        known.category = found->header.category;
        FS_ASSIGN(const auto shown, m_pull.shown(KeptRecord{found->header, found->body}));
        known.mayRead = shown.has_value();
    }
    m_known.emplace(record, known);
    return known;
}

Result<void> EvidenceService::fillRows(EvidencePage& page, const EvidenceAsk& ask,
                                       const std::vector<PersonId>& person) {
    const auto mayKnow = [this](const RecordId& record) -> Result<bool> {
        if (m_standing == Standing::Auditor) {
            return true;
        }
        FS_ASSIGN(const auto one, known(record));
        return one.mayRead;
    };
    // That the audit role looks into something is told to nobody it may be about.
    const auto mayKnowAsker = [this](const Principal& asker) {
        return m_standing == Standing::Auditor || !m_grants.sharing().agreements.isAuditor(asker);
    };
    FS_ASSIGN(auto found,
              evidenceRows(m_ledger, ask, person, mayKnow, server_limits::kEvidenceRowsPerView, mayKnowAsker));
    page.rowsInAll = found.rows.size();
    page.olderLeft = found.olderLeft;
    page.unreadable = found.unreadable;
    page.asOf = found.asOf;
    const std::size_t from = std::min<std::size_t>(ask.offset, found.rows.size());
    const std::size_t to = std::min(from + server_limits::kEvidenceRowsPerPage, found.rows.size());
    for (std::size_t n = from; n < to; ++n) {
        EvidenceRow& row = found.rows[found.rows.size() - 1 - n];
        for (auto& record : row.records) {
            FS_ASSIGN(const auto one, known(record.record));
            record.type = one.type;
            record.category = one.category;
        }
        if (m_standing != Standing::Auditor) {
            row.device = {};
        }
        page.rows.push_back(std::move(row));
    }
    page.next = to < found.rows.size() ? to : 0;
    return ok();
}

Result<void> EvidenceService::fillDevices(EvidencePage& page, const std::vector<PersonId>& person) {
    FS_ASSIGN(const auto lines, removal::devicesOf(m_ledger, person, m_granted));
    removal::Categories mine = 0;
    for (const auto& id : person) {
        mine |= m_grants.categoriesAbout(id);
    }
    for (const auto& line : lines) {
        // That somebody holds what the viewer may not know of is not told either, not even by how many there are.
        if (m_standing != Standing::Auditor && (line.categories & mine) == 0) {
            continue;
        }
        ++page.rowsInAll;
        if (page.devices.size() < server_limits::kEvidenceRowsPerPage * 4) {
            page.devices.push_back({m_standing == Standing::Auditor ? line.device : DeviceId{}, line.agency,
                                    line.worker, static_cast<DeviceStanding>(line.state), line.grantedAt, line.askedAt,
                                    line.confirmedAt, line.printed});
        }
    }
    return ok();
}

void EvidenceService::noteReleased(const Terms& terms, const Record& header) {
    auto& parts = m_release.parts;
    auto part = std::find_if(parts.begin(), parts.end(), [&](const SentPart& one) { return one.terms == terms; });
    if (part == parts.end()) {
        parts.push_back({terms, {}});
        part = parts.end() - 1;
    }
    part->records.push_back({header.id, header.version, header.person});
}

Result<void> EvidenceService::fillHoldings(EvidencePage& page, const EvidenceAsk& ask,
                                           const std::vector<PersonId>& person) {
    std::size_t bytes = 0;
    for (const auto& id : person) {
        RecordRange range;
        range.of = RecordRange::Of::Person;
        range.person = id;
        FS_TRY(m_ledger.records(range, [&](const KeptRecord& kept) -> Result<Walk> {
            const auto place = page.rowsInAll++;
            const bool full = page.holdings.size() == server_limits::kEvidenceRowsPerPage ||
                              (bytes >= server_limits::kHoldingBytesPerPage && !page.holdings.empty());
            if (place < ask.offset || full) {
                page.next = place >= ask.offset && page.next == 0 ? place : page.next;
                return Walk::On;
            }
            EvidenceHolding holding;
            FS_ASSIGN(const auto shown, m_pull.shown(kept));
            holding.record = kept.header;
            if (shown) {
                FS_ASSIGN(holding.record.fields, wire::decodeBody(shown->record.body));
                bytes += shown->record.body.size();
                holding.mayRead = true;
                noteReleased(shown->terms, kept.header);
            }
            page.holdings.push_back(std::move(holding));
            return Walk::On;
        }));
    }
    return ok();
}

static_assert(static_cast<int>(removal::DeviceState::Removed) == static_cast<int>(DeviceStanding::Removed) &&
              static_cast<int>(removal::DeviceState::Asked) == static_cast<int>(DeviceStanding::Asked) &&
              static_cast<int>(removal::DeviceState::NotAsked) == static_cast<int>(DeviceStanding::NotAsked) &&
              static_cast<int>(removal::DeviceState::Holds) == static_cast<int>(DeviceStanding::Holds));

} // namespace frontsheet::disclosure
