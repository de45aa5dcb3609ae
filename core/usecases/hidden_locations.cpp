#include "core/usecases/hidden_locations.h"

#include "core/domain/front_sheet.h"
#include "core/domain/hiding.h"
#include "core/domain/schema/permission.h"
#include "core/domain/sharing/permission_codec.h"

#include <algorithm>
#include <tuple>

namespace frontsheet {

namespace {

namespace stated = permission_statement;

constexpr std::chrono::hours kVisitAhead{24 * 92}; // further away nobody plans a visit to the hour
constexpr std::chrono::hours kVisitKept{24 * 30}; // of one's own past visits; the log of readings is the record of them

std::vector<sharing::NamedReader> readersOfAgency(const AgencyId& agency, const std::vector<WorkerId>& workers) {
    std::vector<sharing::NamedReader> out;
    out.reserve(workers.size());
    for (const auto& worker : workers) {
        out.push_back({agency, worker});
    }
    return out;
}

bool isAboutNowOrToCome(const sharing::PlannedVisit& visit, WallTime now) {
    return now < visit.due + sharing::kAfterVisit;
}

void addLine(std::string& text, const std::string& line) {
    if (!line.empty() && text.find(line) == std::string::npos) {
        text += (text.empty() ? "" : "\n") + line;
    }
}

} // namespace

Result<Record> HiddenLocations::load(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::PermissionStatement) {
        return {ErrorCode::NotFound, "what is hidden"};
    }
    return std::move(found->record);
}

Result<void> HiddenLocations::save(const Record& before, const Record& after) {
    if (before.fields == after.fields) {
        return ok();
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({intent});
}

Record HiddenLocations::lifted(const Record& statement) const {
    Record after = statement;
    after.fields.put(stated::kWithdrawnAt, m_work.clock.now());
    after.fields.put(stated::kWithdrawnBy, m_work.me.worker);
    after.fields.put(stated::kWithdrawnWhy, std::string{sharing::wordOf(sharing::WithdrawnWhy::ChangedMind)});
    after.fields.erase(stated::kWhere.tag);
    return after;
}

Result<BeforeHiding> HiddenLocations::before(const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto sheet =
        assembleFrontSheet({about.records, about.waiting, m_work.me.agency, m_work.clock.now()}, directory);
    BeforeHiding out;
    for (const auto& version : sheet.address.versions) {
        addLine(out.where, version.value);
    }
    for (const auto& version : sheet.phone.versions) {
        addLine(out.where, version.value);
    }
    for (const auto& alert : sheet.alerts) {
        addLine(out.where, alert.kind == Alert::Kind::Access ? alert.text : std::string{});
    }
    const auto rank = [&](const WorkerEntry& worker) {
        const bool involved = std::any_of(sheet.careTeam.begin(), sheet.careTeam.end(),
                                          [&](const Involved& one) { return one.worker.code == worker.code; });
        return worker.code == m_work.me.worker ? 0 : involved ? 1 : 2;
    };
    for (const auto& [code, worker] : directory.workers()) {
        if (worker.agency == m_work.me.agency) {
            out.colleagues.push_back(worker);
        }
    }
    std::sort(out.colleagues.begin(), out.colleagues.end(), [&](const WorkerEntry& a, const WorkerEntry& b) {
        return std::tuple{rank(a), a.name, a.code} < std::tuple{rank(b), b.name, b.code};
    });
    for (const auto& source : sheet.registrations) {
        if (source.agency != m_work.me.agency) {
            out.holders.push_back(source.agency);
        }
    }
    std::sort(out.holders.begin(), out.holders.end());
    out.holders.erase(std::unique(out.holders.begin(), out.holders.end()), out.holders.end());
    return out;
}

Result<RecordId> HiddenLocations::hide(const ToHide& wanted) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, wanted.person));
    if (wanted.instead.isNull() && isAddressHidden(about.records, m_work.clock.now())) {
        return {ErrorCode::WrongState, "hidden already"};
    }
    Record record = newRecord(m_work, RecordType::PermissionStatement, wanted.person, Category::Involvement);
    sharing::PermissionStatement said;
    said.kind = sharing::StatementKind::RestrictedLocation;
    said.askedAt = record.occurredAt;
    said.askedBy = m_work.me.worker;
    said.askedByAgency = m_work.me.agency;
    said.how = wanted.how;
    said.givenBy = wanted.givenBy;
    said.authority = wanted.authority;
    if (!wanted.decidedWhy.empty()) {
        said.capacity = sharing::Capacity::BestInterests;
        said.decidedBy = m_work.me.worker;
        said.decidedWhy = wanted.decidedWhy;
    }
    said.words = wanted.words;
    said.readers = readersOfAgency(m_work.me.agency, wanted.readers);
    said.where = wanted.where;
    said.corrects = wanted.instead;
    sharing::putStatement(record.fields, said);
    FS_ASSIGN(auto stands, intentFor(m_work, std::nullopt, record));
    if (wanted.instead.isNull()) {
        FS_TRY(m_work.writer.save({stands}));
        return record.id;
    }
    FS_ASSIGN(const auto old, load(wanted.instead));
    if (old.person != stands.person) {
        return {ErrorCode::InvalidArgument, "hidden for somebody else"};
    }
    FS_ASSIGN(auto ended, intentFor(m_work, old, lifted(old)));
    // Both or neither, so that nobody is found between the two.
    stands.transaction = ended.transaction = m_work.ids.random<TransactionId>();
    FS_TRY(m_work.writer.save({stands, ended}));
    return record.id;
}

HiddenLocation HiddenLocations::describe(const Record& record, sharing::PermissionStatement said, bool waiting) const {
    const WallTime now = m_work.clock.now();
    const sharing::NamedReader me{m_work.me.agency, m_work.me.worker};
    HiddenLocation out;
    out.statement = record.id;
    out.waiting = waiting;
    out.mayVisit = std::find(said.readers.begin(), said.readers.end(), me) != said.readers.end();
    out.mayChange = out.mayVisit || said.askedBy == me.worker;
    out.knownUntil = sharing::knownUntil(said, me, record.home, now);
    const bool unsent = record.version.n == 0 && said.askedBy == me.worker;
    if (out.knownUntil.isKnown() || unsent) {
        out.where = said.where;
    }
    for (const auto& visit : said.visits) {
        if (isAboutNowOrToCome(visit, now)) {
            out.visits.push_back(visit);
        }
    }
    std::sort(out.visits.begin(), out.visits.end(),
              [](const auto& a, const auto& b) { return std::tie(a.due, a.worker) < std::tie(b.due, b.worker); });
    said.where.clear();
    out.said = std::move(said);
    return out;
}

Result<std::vector<HiddenLocation>> HiddenLocations::of(const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    std::vector<HiddenLocation> out;
    for (const auto& record : about.records) {
        if (!isAddressHidden({&record, 1}, m_work.clock.now())) {
            continue;
        }
        const bool waiting = std::binary_search(about.waiting.begin(), about.waiting.end(), record.id);
        out.push_back(describe(record, sharing::statementIn(record).value(), waiting));
    }
    std::sort(out.begin(), out.end(), [](const HiddenLocation& a, const HiddenLocation& b) {
        return std::tie(a.said.askedAt, a.statement) < std::tie(b.said.askedAt, b.statement);
    });
    return out;
}

Result<void> HiddenLocations::nameReaders(const RecordId& id, const std::vector<WorkerId>& readers) {
    if (readers.empty()) {
        return {ErrorCode::Missing, "field readers"};
    }
    FS_ASSIGN(const auto before, load(id));
    Record after = before;
    sharing::putReaders(after.fields, stated::kReaders, readersOfAgency(m_work.me.agency, readers));
    return save(before, after);
}

Result<void> HiddenLocations::planVisit(const RecordId& id, WallTime due) {
    const WallTime now = m_work.clock.now();
    if (due + sharing::kAfterVisit <= now || now + kVisitAhead < due) {
        return {ErrorCode::InvalidArgument, "the time of a visit"};
    }
    FS_ASSIGN(const auto before, load(id));
    auto said = sharing::statementIn(before).value();
    std::erase_if(said.visits, [&](const sharing::PlannedVisit& visit) {
        return visit.worker == m_work.me.worker && visit.due + kVisitKept < now;
    });
    said.visits.push_back({m_work.me.worker, due});
    Record after = before;
    sharing::putVisits(after.fields, said.visits);
    return save(before, after);
}

Result<void> HiddenLocations::cancelVisit(const RecordId& id, WallTime due) {
    FS_ASSIGN(const auto before, load(id));
    auto said = sharing::statementIn(before).value();
    std::erase_if(said.visits, [&](const sharing::PlannedVisit& visit) {
        return visit.worker == m_work.me.worker && visit.due == due;
    });
    Record after = before;
    sharing::putVisits(after.fields, said.visits);
    return save(before, after);
}

Result<void> HiddenLocations::lift(const RecordId& id) {
    FS_ASSIGN(const auto before, load(id));
    if (before.fields.get(stated::kWithdrawnAt).isKnown()) {
        return ok();
    }
    return save(before, lifted(before));
}

} // namespace frontsheet
