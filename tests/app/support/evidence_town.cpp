#include "tests/app/support/evidence_town.h"

#include <algorithm>

namespace frontsheet::testing {

namespace {

EvidenceRow row(std::uint64_t entry, EvidenceKind kind, const char* agency, const char* worker, const char* role,
                int hoursAgo) {
    EvidenceRow out;
    out.entry = entry;
    out.kind = kind;
    out.at = kKitleyNow + -std::chrono::hours{hoursAgo};
    out.agency = AgencyId{agency};
    out.worker = WorkerId{worker};
    out.role = role;
    return out;
}

} // namespace

EvidenceTown::EvidenceTown(Kitley& kitley) : m_kitley(kitley) {
    const auto notes = kitley.notesAbout(kitley.edith);
    const RecordId note = notes.empty() ? kitley.drawnUpNote : notes.front().id;
    EvidenceRow read = row(912, EvidenceKind::Read, "council", "W001", "social work assessor", 2);
    read.how = ReadingHow::Printed;
    read.readAt = kKitleyNow + -std::chrono::hours{20};
    read.recordCount = 1;
    read.records = {{note, RecordType::ContactNote, Category::ContactNote, HomeVersion{1}}};
    EvidenceRow sent = row(905, EvidenceKind::Released, "council", "W001", "social work assessor", 21);
    sent.reason = "care-team";
    sent.clause = "kitley/1/CT1";
    sent.purpose = "direct-care";
    sent.fields = "all";
    sent.deliveredAt = kKitleyNow + -std::chrono::hours{20};
    sent.recordCount = 61;
    sent.records = {{note, RecordType::ContactNote, Category::ContactNote, HomeVersion{1}},
                    {kitley.fallsReferral, RecordType::Referral, Category::Referral, HomeVersion{2}}};
    EvidenceRow housing = row(877, EvidenceKind::Released, "tidewell", "W300", "housing officer", 50);
    housing.reason = "addressed-referral";
    housing.clause = "kitley/1/HO2";
    housing.purpose = "direct-care";
    housing.fields = "family_name given_name address";
    housing.recordCount = 1;
    housing.records = {{note, RecordType::Registration, Category::Identity, HomeVersion{3}}};
    EvidenceRow opened = row(860, EvidenceKind::EmergencyOpened, "harbour", "W110", "community nurse", 60);
    opened.until = kKitleyNow + -std::chrono::hours{59};
    opened.words = "Called by her neighbour, no answer at the door";
    EvidenceRow looked = row(850, EvidenceKind::Asked, "harbour", "W900", "information governance lead", 70);
    rows = {read, sent, housing, opened, looked};
    EvidenceRow readByThem = read;
    readByThem.person = kitley.edith;
    readByThem.peopleCount = 1;
    EvidenceRow ofThree = sent;
    ofThree.peopleCount = 3;
    EvidenceRow ofAStranger = sent;
    ofAStranger.person = kitley.ids.random<PersonId>();
    ofAStranger.peopleCount = 1;
    ofAStranger.recordCount = 3;
    EvidenceRow guessed = read;
    guessed.how = ReadingHow::Shown;
    guessed.records = {{kitley.ids.random<RecordId>(), RecordType{}, Category{}, HomeVersion{1}}};
    EvidenceRow openedByThem = opened;
    openedByThem.person = kitley.edith;
    ofWorker = {readByThem, ofThree, ofAStranger, guessed, openedByThem, looked};
    const auto device = [&](const char* agency, const char* worker, DeviceStanding standing) {
        EvidenceDevice out;
        out.agency = AgencyId{agency};
        out.worker = WorkerId{worker};
        out.standing = standing;
        out.askedAt = kKitleyNow + -std::chrono::hours{30};
        out.confirmedAt = standing == DeviceStanding::Removed ? kKitleyNow + -std::chrono::hours{29} : WallTime{};
        return out;
    };
    devices = {device("council", "W001", DeviceStanding::Removed), device("council", "W002", DeviceStanding::Removed),
               device("tidewell", "W300", DeviceStanding::Removed),
               device("tidewell", "W301", DeviceStanding::NotAsked), device("harbour", "W110", DeviceStanding::Holds)};
    devices[0].printed = 1;
}

void EvidenceTown::holdWhatIsHeld(const PersonId& person) {
    holdings.clear();
    const PersonId persons[] = {person};
    const auto about = m_kitley.store.aboutPersons(persons);
    for (const auto& held : about ? *about : std::vector<WorkingRecord>{}) {
        if (held.record.home == m_kitley.me.agency) {
            const bool mayRead = held.record.category != Category::CarerPrivate;
            holdings.push_back({held.record, mayRead});
            holdings.back().record.fields = mayRead ? held.record.fields : FieldSet{};
        }
    }
    for (auto& row : rows) { // of these, so that they are listed
        for (std::size_t at = 0; at < row.records.size() && !holdings.empty(); ++at) {
            const Record& record = holdings[(at + row.entry) % holdings.size()].record;
            row.records[at] = {record.id, record.type, record.category, record.version};
        }
    }
}

Result<EvidencePage> EvidenceTown::ask(const AgencyId& home, const EvidenceAsk& ask) {
    const std::lock_guard lock(mutex);
    asked.push_back(ask);
    if (fails != ErrorCode{}) {
        return {fails, "as told"};
    }
    const bool named = ask.view == EvidenceView::Worker ? !ask.worker.empty() : !ask.person.isNull();
    if (home != m_kitley.me.agency || !named) {
        return {ErrorCode::NotPermitted, "another's log"};
    }
    EvidencePage page;
    page.serverTime = kKitleyNow;
    page.log = log;
    page.asOf = 913;
    const auto cut = [&](const auto& from, auto& to) {
        const auto begin = std::min<std::uint64_t>(ask.offset, from.size());
        const auto end = std::min<std::uint64_t>(begin + pageSize, from.size());
        to.assign(from.begin() + static_cast<std::ptrdiff_t>(begin), from.begin() + static_cast<std::ptrdiff_t>(end));
        page.rowsInAll = from.size();
        page.next = end < from.size() ? end : 0;
    };
    if (ask.view == EvidenceView::Devices) {
        page.devices = devices;
    } else if (ask.view == EvidenceView::Holdings) {
        cut(holdings, page.holdings);
    } else {
        cut(ask.view == EvidenceView::Worker ? ofWorker : rows, page.rows);
    }
    return page;
}

} // namespace frontsheet::testing
