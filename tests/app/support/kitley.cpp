#include "tests/app/support/kitley.h"

#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/rota.h"
#include "core/domain/sharing/permission_codec.h"

namespace frontsheet::testing {

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr int kHours = 60;
constexpr int kDays = 24 * kHours;

WallTime ago(std::int64_t ms) { return {kKitleyNow.ms - ms}; }

} // namespace

Kitley::Kitley(Principal who) : me(std::move(who)) {
    directory();
    people();
    work();
    sharing();
    store.setServers({{AgencyId{"harbour"}, ago(31 * kMinute), ago(kMinute), ErrorCode::Unreachable, true, true},
                      {AgencyId{"council"}, ago(31 * kMinute), ago(kMinute), ErrorCode::Unreachable, true, true},
                      {AgencyId{"estuary"}, ago(31 * kMinute), ago(kMinute), ErrorCode::Unreachable, true, true}});
}

void Kitley::serverIsLookedThrough(const AgencyId& which) {
    std::vector<ServerState> servers;
    for (const char* agency : {"harbour", "council", "estuary"}) {
        servers.push_back({AgencyId{agency}, ago(kMinute), ago(kMinute), ErrorCode::Internal, false, true,
                           which == AgencyId{agency}});
    }
    store.setServers(std::move(servers));
}

Principal Kitley::nurse() { return {AgencyId{"harbour"}, WorkerId{"W110"}, "community nurse", DeviceId{}}; }
Principal Kitley::assessor() { return {AgencyId{"council"}, WorkerId{"W001"}, "social work assessor", DeviceId{}}; }

Principal Kitley::governance() {
    return {AgencyId{"council"}, WorkerId{"W030"}, "information governance lead", DeviceId{}};
}

Workplace Kitley::workplace() {
    return {me, store, store, store, clock, ids, zone, journal, &shelf, tidings, leases, &store, &store};
}

void Kitley::deliverAll() {
    for (const char* home : {"council", "harbour", "estuary", "priory", "tidewell", "neighbourhood"}) {
        for (const Intent& intent : store.takeOutgoing(AgencyId{home})) {
            const auto found = store.record(intent.record);
            Record arrived = found && *found ? (*found)->record : withIntent(std::nullopt, intent);
            arrived.version.n += 1;
            arrived.recordedAt = clock.now();
            store.settleResult({intent.op, IntentOutcome::Applied, ErrorCode::Internal, arrived.version});
            store.hold(std::move(arrived));
        }
    }
}

void Kitley::refuse(const RecordId& record, ErrorCode reason) {
    const auto waiting = store.outbox();
    for (const auto& item : waiting.value()) {
        if (item.intent.record == record) {
            store.settleResult({item.intent.op, IntentOutcome::Refused, reason, {}});
        }
    }
}

std::vector<Record> Kitley::notesAbout(const PersonId& person) {
    std::vector<Record> notes;
    const auto about = store.aboutPersons(std::span{&person, 1});
    for (const auto& held : about.value()) {
        if (held.record.type == RecordType::ContactNote) {
            notes.push_back(held.record);
        }
    }
    return notes;
}

Record Kitley::blank(RecordType type, const std::string& home, PersonId person, int minutesAgo) {
    Record record;
    const WallTime at = ago(minutesAgo * kMinute);
    record.id = ids.timeOrdered<RecordId>(at);
    record.type = type;
    record.home = AgencyId{home};
    record.person = person;
    record.occurredAt = at;
    record.recordedAt = at;
    record.version.n = 1;
    return record;
}

void Kitley::directory() {
    const auto agency = [&](const char* code, const char* name, const char* initials, const char* kind,
                            const char* phone, const char* ods = "") {
        Record r = blank(RecordType::Agency, code, {}, 90 * kDays);
        r.fields.put(agency::kCode, AgencyId{code});
        r.fields.put(agency::kName, std::string{name});
        r.fields.put(agency::kShortName, std::string{name});
        r.fields.put(agency::kInitials, std::string{initials});
        r.fields.put(agency::kKind, std::string{kind});
        r.fields.put(agency::kPhone, std::string{phone});
        r.fields.put(agency::kOdsCode, std::string{ods});
        store.hold(std::move(r));
    };
    agency("council", "Kitley Council", "KC", "council", "01632 960 100");
    agency("harbour", "Harbour Health", "HH", "community-trust", "01632 960 200");
    agency("estuary", "Estuary Mental Health", "EM", "mental-health-trust", "01632 960 300");
    agency("priory", "Priory Road Surgery", "PR", "gp-practice", "01632 960 400", "Y99001");
    agency("tidewell", "Tidewell Homes", "TH", "housing", "01632 960 500");
    agency("neighbourhood", "Neighbourhood Care", "NC", "voluntary", "01632 960 377");
    const auto worker = [&](const char* home, const char* code, const char* name, const char* role, const char* base,
                            std::vector<std::string> covers, const char* phone) {
        Record r = blank(RecordType::Worker, home, {}, 90 * kDays);
        r.fields.put(worker::kCode, WorkerId{code});
        r.fields.put(worker::kName, std::string{name});
        r.fields.put(worker::kRole, std::string{role});
        r.fields.put(worker::kBase, std::string{base});
        r.fields.put(worker::kCovers, std::move(covers));
        r.fields.put(worker::kPhone, std::string{phone});
        r.fields.put(worker::kAgency, AgencyId{home});
        store.hold(std::move(r));
    };
    worker("council", "W001", "Ruth Okafor", "social work assessor", "Priory Road Surgery", {"Y99001"},
           "01632 960 141");
    worker("council", "W002", "Tom Adeyemi", "social work assessor", "Kitley Health Centre", {"Y99002"},
           "01632 960 142");
    worker("council", "W005", "Tom Ainsley", "reviewing officer", "County Hall", {"Kitley"}, "01632 960 144");
    worker("council", "W020", "Sam Whitlock", "occupational therapist", "County Hall", {"all"}, "01632 960 143");
    worker("council", "W030", "Farah Siddiqui", "information governance lead", "County Hall", {"all"}, "01632 960 130");
    worker("harbour", "W110", "Bronwen Price", "community nurse", "Kitley Clinic", {"Kitley"}, "01632 960 210");
    worker("harbour", "W111", "Kofi Asante", "community nurse", "Kitley Clinic", {"Kitley", "Marsh End"},
           "01632 960 215");
    worker("harbour", "W112", "Nadia Rahman", "hospital at home nurse", "Kitley Clinic", {"all"}, "01632 960 214");
    worker("priory", "W200", "Dr Anil Perera", "GP", "Priory Road Surgery", {"Y99001"}, "01632 960 270");
    worker("estuary", "W300", "Farida Noor", "community mental health nurse", "South team", {"all"}, "01632 960 455");
    worker("tidewell", "W400", "Dev Patel", "tenancy support officer", "Tidewell House", {"Kitley"}, "01632 960 406");
    worker("neighbourhood", "W500", "Moira Sands", "befriending organiser", "Chapel Hall", {"Kitley", "Marsh End"},
           "01632 960 377");
    const auto service = [&](const char* home, const char* code, const char* name, const char* criteria,
                             const char* hours, const char* routed, const char* within, const char* phone,
                             std::vector<std::string> roles) {
        Record r = blank(RecordType::Service, home, {}, 90 * kDays);
        r.fields.put(service::kCode, ServiceId{code});
        r.fields.put(service::kName, std::string{name});
        r.fields.put(service::kCriteria, std::string{criteria});
        r.fields.put(service::kHours, std::string{hours});
        r.fields.put(service::kRoutedBy, std::string{routed});
        r.fields.put(service::kRespondsWithin, std::string{within});
        r.fields.put(service::kDutyPhone, std::string{phone});
        r.fields.put(service::kRoles, std::move(roles));
        r.fields.put(service::kAgency, AgencyId{home});
        store.hold(std::move(r));
    };
    service("council", "SVC01", "Social work assessment", "65 and over at risk of long-term admission",
            "Mon-Fri 08:30-17:00", "practice", "2 working days", "01632 960 900", {"social work assessor"});
    service("council", "SVC02", "Placement review", "discharged to residential or nursing care in the last 12 months",
            "Mon-Fri 09:00-17:00", "town", "5 working days", "01632 960 901", {"reviewing officer"});
    service("council", "SVC03", "Emergency duty team", "any adult at immediate risk", "out of hours", "all", "1 hour",
            "01632 960 999", {"duty"});
    service("council", "SVC12", "Occupational therapy", "equipment and adaptations, stairs and bath",
            "Mon-Fri 09:00-17:00", "all", "5 working days", "01632 960 903", {"occupational therapist"});
    service("harbour", "SVC04", "Community nursing", "housebound adults, falls at home", "Mon-Sun 08:00-22:00", "town",
            "1 working day", "01632 960 902", {"community nurse"});
    service("harbour", "SVC05", "Hospital at home", "early discharge or to prevent admission", "Mon-Sun 08:00-20:00",
            "all", "4 hours", "01632 960 905", {"hospital at home nurse"});
    service("estuary", "SVC07", "Older adults mental health", "65 and over, memory and mood", "Mon-Fri 09:00-17:00",
            "all", "5 working days", "01632 960 907", {"community mental health nurse"});
    service("estuary", "SVC08", "Crisis line", "any adult in mental health crisis", "always", "all", "1 hour",
            "01632 960 906", {"crisis"});
    service("tidewell", "SVC09", "Tenancy support", "tenants at risk of losing the home", "Mon-Fri 09:00-16:30", "town",
            "3 working days", "01632 960 908", {"tenancy support officer"});
    const auto point = [&](const char* home, const char* name, const char* hours, const char* of) {
        Record r = blank(RecordType::ContactPoint, home, {}, 90 * kDays);
        r.fields.put(contact_point::kAgency, AgencyId{home});
        r.fields.put(contact_point::kName, std::string{name});
        r.fields.put(contact_point::kHours, std::string{hours});
        r.fields.put(contact_point::kService, ServiceId{of});
        r.fields.put(contact_point::kPurpose, std::string{"concerns"});
        store.hold(std::move(r));
    };
    point("council", "Concerns about an adult at risk", "always", "SVC03");
    point("estuary", "Concerns about somebody's mental health", "Mon-Fri 09:00-17:00", "SVC07");
    service("neighbourhood", "SVC11", "Befriending, shopping, lifts", "people who live alone", "Mon, Wed, Fri", "town",
            "7 working days", "01632 960 377", {"befriending organiser"});
}

void Kitley::onTheRota() {
    const auto expect = [&](const char* code, const char* words) {
        const auto services = store.ofType(RecordType::Service, 100).value();
        for (const auto& held : services) {
            if (held.record.fields.get(service::kCode) == ServiceId{code}) {
                Record told = held.record;
                told.fields.put(service::kExpect, std::string{words});
                store.hold(std::move(told));
            }
        }
    };
    expect("SVC01", "We ring within a day, visit within the week, and write to you with what was arranged.");
    expect("SVC04", "A nurse rings the same day and comes the next. Wounds first, mornings if we can.");
    expect("SVC08", "Somebody answers day and night. No referral is needed: anybody may ring.");
    Record away = blank(RecordType::Absence, "council", {}, kDays);
    away.fields.put(absence::kWorker, WorkerId{"W001"});
    away.fields.put(absence::kFrom, std::string{"2026-09-14"});
    away.fields.put(absence::kUntil, std::string{"2026-09-25"});
    away.fields.put(absence::kDeputy, WorkerId{"W002"});
    away.fields.put(absence::kWords, std::string{"Back on Monday the 28th"});
    store.hold(std::move(away));
    const auto rota = [&](const char* home, const char* service, const char* worker, const char* kind,
                          const char* phone) {
        Record r = blank(RecordType::RotaEntry, home, {}, kDays);
        r.fields.put(rota_entry::kService, ServiceId{service});
        r.fields.put(rota_entry::kWorker, WorkerId{worker});
        r.fields.put(rota_entry::kFrom, std::string{"2026-09-14"});
        r.fields.put(rota_entry::kUntil, std::string{"2026-09-20"});
        r.fields.put(rota_entry::kKind, std::string{kind});
        r.fields.put(rota_entry::kPhone, std::string{phone});
        store.hold(std::move(r));
    };
    rota("tidewell", "SVC09", "W400", "duty", "");
    rota("harbour", "SVC04", "W112", "out-of-hours", "01632 960 299");
    rota("council", "SVC01", "W005", "duty", "01632 960 904");
    Record lunch = blank(RecordType::Service, "neighbourhood", {}, 90 * kDays);
    lunch.fields.put(service::kCode, ServiceId{"SVC13"});
    lunch.fields.put(service::kName, std::string{"Lunch club and lifts"});
    lunch.fields.put(service::kCriteria, std::string{"people who live alone"});
    lunch.fields.put(service::kHours, std::string{"Tue, Thu"});
    lunch.fields.put(service::kRoutedBy, std::string{"all"});
    lunch.fields.put(service::kAgency, AgencyId{"neighbourhood"});
    lunch.fields.put(service::kClosedOn, std::string{"2026-09-01"});
    lunch.fields.put(service::kClosedWords, std::string{"The hall was sold."});
    lunch.fields.put(service::kInstead, ServiceId{"SVC11"});
    store.hold(std::move(lunch));
    (void)store.keepFacts({{"ring.favourites", "service SVC08\nworker W020\n"}});
}

PersonId Kitley::person(const std::string& agency, const std::string& family, const std::string& given,
                        const std::string& title, const std::string& born, const std::string& gender,
                        const std::string& nhs, const std::string& address, const std::string& town,
                        const std::string& phone, int daysAgo, PersonId sameAs) {
    const PersonId id = ids.timeOrdered<PersonId>(ago(daysAgo * kDay));
    Record r = blank(RecordType::Registration, agency, id, daysAgo * kDays);
    auto& f = r.fields;
    f.put(registration::kFamilyName, family);
    f.put(registration::kGivenName, given);
    f.put(registration::kTitle, title);
    f.put(registration::kBorn, born);
    f.put(registration::kGender, gender);
    f.put(registration::kNhsNumber, nhs);
    f.put(registration::kAddress, address);
    f.put(registration::kTown, town);
    f.put(registration::kPhone, phone);
    if (family == "Hargreave" && agency == "harbour") {
        f.put(registration::kPreferredName, std::string{"Edie"});
        f.put(registration::kAccessNote,
              std::string{"Key safe by the side door. Bess, terrier: shut the kitchen door first."});
        f.put(registration::kFrailty, std::string{"Clinical Frailty Scale 6"});
    }
    if (family == "Hargreave" && agency == "council") {
        f.put(registration::kLiving, std::string{"alone"});
        f.put(registration::kLanguage, std::string{"English"});
    }
    if (family == "Marsh" && agency == "harbour") {
        f.put(registration::kAlert,
              std::string{"Gets up once or twice in the night to use the toilet. She uses her frame and keeps the "
                          "landing light on. Her son will ring at 21:00 every evening. A pendant alarm was fitted on "
                          "10 September 2026."});
        OtherVersion other;
        other.op = ids.random<OpId>();
        other.agency = AgencyId{"harbour"};
        other.author = WorkerId{"W110"};
        other.writtenAt = ago(4 * kDays * kMinute);
        other.standingAgency = AgencyId{"council"};
        other.standingAuthor = WorkerId{"W001"};
        other.standingSince = ago(4 * kDays * kMinute - 95 * kMinute);
        other.says = {{registration::kAlert.tag,
                       Value{std::string{"Gets up three or four times in the night to use the toilet. She uses her "
                                         "frame and keeps the landing light on. She leaves the frame at the bedroom "
                                         "door. A pendant alarm was fitted on 10 September 2026. She takes it off to "
                                         "sleep."}},
                       Value{std::string{"Gets up once or twice in the night to use the toilet. She uses her frame "
                                         "and keeps the landing light on."}}}};
        f.setOthers({std::move(other)});
    }
    if (agency == "priory") {
        f.put(registration::kPractice, std::string{"Y99001"});
        if (family == "HARGREAVE") {
            f.put(registration::kAlert, std::string{"Falls: three since June 2026. Uses a frame."});
        }
    }
    store.hold(std::move(r));
    if (!sameAs.isNull()) {
        link(sameAs, "harbour", id, agency, "stated", "same NHS number and birth date");
    }
    return id;
}

void Kitley::link(PersonId own, const std::string& agency, PersonId other, const std::string& otherAgency,
                  const std::string& state, const std::string& evidence) {
    Record r = blank(RecordType::PersonLink, agency, own, 30 * kDays);
    r.fields.put(person_link::kOther, other);
    r.fields.put(person_link::kOtherAgency, AgencyId{otherAgency});
    r.fields.put(person_link::kState, state);
    r.fields.put(person_link::kBasis, std::string{"certain"});
    r.fields.put(person_link::kEvidence, evidence);
    store.hold(std::move(r));
}

void Kitley::involve(const std::string& home, PersonId person, const std::string& agency, const std::string& worker,
                     const std::string& role) {
    Record r = blank(RecordType::CareTeamMembership, home, person, 40 * kDays);
    r.fields.put(care_team::kAgency, AgencyId{agency});
    r.fields.put(care_team::kWorker, WorkerId{worker});
    r.fields.put(care_team::kRole, role);
    r.fields.put(care_team::kSince, r.occurredAt);
    store.hold(std::move(r));
}

void Kitley::people() {
    edith = person("harbour", "Hargreave", "Edith", "Mrs", "1939-02-11", "female", "9995260182", "14 Orchard Row",
                   "Kitley", "01632 960 118", 12);
    person("council", "Hargreave", "Edith", "Mrs", "1939-02-11", "female", "9995260182", "14 Orchard Row", "Kitley",
           "01632 960118", 13, edith);
    person("priory", "HARGREAVE", "Edith", "", "1939-02-11", "female", "9995260182", "Flat 2, 41 Mill Street", "Kitley",
           "01632 960 118", 400, edith);
    person("tidewell", "Hargreaves", "Edie", "Mrs", "", "", "", "14 Orchard Row", "Kitley", "", 800, edith);
    ivy = person("harbour", "Marsh", "Ivy", "Miss", "1936-05-02", "female", "9991234567", "8 Chapel Close", "Marsh End",
                 "01632 960 121", 60);
    ivyAtCouncil = person("council", "Marsh", "Ivy", "Miss", "1936-05-02", "female", "9991234567", "8 Chapel Close",
                          "Marsh End", "01632 960 121", 50, ivy);
    const PersonId harold = person("harbour", "Osborne", "Harold", "Mr", "1945-01-20", "male", "9997654321",
                                   "3 Quay Terrace", "Kitley", "01632 960 122", 90);
    const PersonId george = person("harbour", "Pellow", "George", "Mr", "1941-08-30", "male", "9992223334",
                                   "9 Ropewalk", "Kitley", "01632 960 123", 25);
    const PersonId florence = person("harbour", "Atwood", "Florence", "Mrs", "1938-11-04", "female", "9993334445",
                                     "2 Lime Court", "Marsh End", "", 33);
    const PersonId patrick =
        person("harbour", "Dunne", "Patrick", "Mr", "1950-03-17", "male", "", "22 Ropewalk", "Kitley", "", 80);
    beryl = person("harbour", "Vowles", "Beryl", "Mrs", "1942-07-09", "female", "9995556667", "5 Lime Court",
                   "Marsh End", "01632 960 126", 15);
    const PersonId lukasz = person("harbour", "Łukaszewski", "Zbigniew", "Mr", "1944-12-01", "male", "9996667778",
                                   "1 Saltings", "Kitley", "", 9);
    const PersonId mei = person("harbour", "陳", "美玲", "Ms", "1951-06-21", "female", "9997778889", "6 Mill Lane",
                                "Kitley", "01632 960 128", 7);
    const PersonId odd = person("harbour", "O'Shaughnessy-D’Arcy", "True Null", "Mr", "1947", "male", "",
                                "30 Quay Street", "Kitley", "", 5);
    for (const PersonId id : {edith, ivy, harold, george, florence, patrick, beryl, lukasz, mei, odd}) {
        involve("harbour", id, "harbour", "W110", "community nurse");
    }
    involve("harbour", edith, "priory", "W200", "GP");
    involve("harbour", edith, "council", "W001", "case owner");
    involve("harbour", edith, "council", "W020", "occupational therapist");
    involve("harbour", edith, "neighbourhood", "W500", "befriending");
    const PersonId almost = person("council", "Pelloe", "George", "Mr", "1941-08-30", "male", "", "9 Ropewalk",
                                   "Kitley", "01632 960 123", 200);
    link(george, "harbour", almost, "council", "proposed",
         "Same birth date, same address and telephone; surnames differ by one letter; no NHS number at the council.");
    Record placed = blank(RecordType::Placement, "council", edith, 70 * kDays);
    placed.fields.put(placement::kFrom, std::string{"Saltmarsh Royal, Ward 7"});
    placed.fields.put(placement::kDischargedOn, std::string{"2026-07-06"});
    placed.fields.put(placement::kPathway, std::string{"2"});
    placed.fields.put(placement::kPlacedAt, std::string{"Tern House"});
    placed.fields.put(placement::kKind, std::string{"residential"});
    placed.fields.put(placement::kReviewingOfficer, WorkerId{"W005"});
    placed.fields.put(
        placement::kOwnWish,
        std::string{
            "I want to stop in my own house. I’d sooner fall here than be safe somewhere I don’t know a soul."});
    placed.fields.put(placement::kOutcome, std::string{"returned home"});
    placed.fields.put(placement::kOutcomeOn, std::string{"2026-08-12"});
    store.hold(std::move(placed));
}

// What Edith said about sharing: a no that one agency has acknowledged, a yes taken back, and what housing told us.
void Kitley::sharing() {
    namespace said = frontsheet::sharing;
    const auto statement = [&](const char* home, int minutesAgo) {
        said::PermissionStatement s;
        s.askedAt = ago(minutesAgo * kMinute);
        s.askedByAgency = AgencyId{home};
        s.askedBy = WorkerId{"W110"};
        return s;
    };
    const auto keep = [&](const said::PermissionStatement& s, int minutesAgo) {
        Record r = blank(RecordType::PermissionStatement, s.askedByAgency.str(), edith, minutesAgo);
        r.category = Category::Involvement;
        said::putStatement(r.fields, s);
        store.hold(r);
        return r;
    };
    auto no = statement("harbour", 12 * kDays);
    no.kind = said::StatementKind::Objection;
    no.home = AgencyId{"council"};
    no.receiver = AgencyId{"tidewell"};
    no.category = Category::HealthSummary;
    no.words = "My landlord need not know about my hip.";
    no.deliveries = {{AgencyId{"council"}, ago(11 * kDays * kMinute), ago(10 * kDays * kMinute), WorkerId{"W001"},
                      said::DeliveryOf::Given, "Taken off what Tidewell sees"},
                     {AgencyId{"tidewell"}, ago(11 * kDays * kMinute), {}, {}, said::DeliveryOf::Given, {}}};
    objection = keep(no, 12 * kDays).id;
    auto yes = statement("harbour", 40 * kDays);
    yes.kind = said::StatementKind::Permission;
    yes.receiver = AgencyId{"neighbourhood"};
    yes.how = said::HowAsked::Telephone;
    yes.withdrawnAt = ago(6 * kDays * kMinute);
    yes.withdrawnBy = WorkerId{"W110"};
    keep(yes, 40 * kDays);
    auto theirs = statement("council", 2 * kDays);
    theirs.kind = said::StatementKind::Objection;
    theirs.home = AgencyId{"harbour"};
    theirs.receiver = AgencyId{"neighbourhood"};
    theirs.category = Category::ContactNote;
    theirs.askedBy = WorkerId{"W001"};
    Record told = blank(RecordType::PermissionStatement, "council", ivyAtCouncil, 2 * kDays);
    said::putStatement(told.fields, theirs);
    Record notice = blank(RecordType::PermissionNotice, "harbour", ivyAtCouncil, kDays);
    notice.category = Category::Involvement;
    notice.fields = said::noticeOf(told);
    notice.fields.put(permission_notice::kReceivedAt, notice.occurredAt);
    askedToStop = notice.id;
    store.hold(std::move(notice));
}

void Kitley::work() {
    const auto refer = [&](const char* home, const char* from, PersonId who, const char* need, const char* reason,
                           const char* to, const char* service, const char* worker, const char* state, int minutesAgo,
                           int dueInMinutes) {
        Record r = blank(RecordType::Referral, home, who, minutesAgo);
        auto& f = r.fields;
        f.put(referral::kNeed, std::string{need});
        f.put(referral::kReason, std::string{reason});
        f.put(referral::kToAgency, AgencyId{to});
        f.put(referral::kToService, ServiceId{service});
        f.put(referral::kToWorker, WorkerId{worker});
        f.put(referral::kUrgency, std::string{"routine"});
        f.put(referral::kFromWorker, WorkerId{from});
        f.put(referral::kSentAt, r.occurredAt);
        f.put(referral::kAnswerBy, WallTime{kKitleyNow.ms + dueInMinutes * kMinute});
        f.put(referral::kState, std::string{state});
        r.recordedAt = r.occurredAt + std::chrono::minutes{minutesAgo > 148 ? 148 : 3};
        f.put(referral::kArrivedAt, r.recordedAt);
        return r;
    };
    Record bath = refer("harbour", "W110", edith, "Bath and stairs",
                        "Cannot lift her leg over the bath. Two near falls on the stairs.", "council", "SVC12", "W020",
                        "accepted", 4 * kDays + 20, 2 * kDays + 8 * kHours);
    bath.fields.put(referral::kSeenBy, WorkerId{"W005"});
    bath.fields.put(referral::kSeenAt, ago(4 * kDay - 3 * kHours * kMinute));
    bath.fields.put(referral::kAcceptedBy, WorkerId{"W020"});
    bath.fields.put(referral::kAnsweredBy, WorkerId{"W020"});
    bath.fields.put(referral::kAnsweredAt, ago(82 * kMinute));
    bath.fields.put(referral::kAnswer, std::string{"I’ll ring Edie first, then come on Thursday with a bath board."});
    bathReferral = bath.id;
    store.hold(bath);
    const auto say = [&](const Record& about, const char* agency, const char* worker, const char* text,
                         int minutesAgo) {
        Record m = blank(RecordType::ReferralMessage, "harbour", about.person, minutesAgo);
        m.author = WorkerId{worker};
        m.authorAgency = AgencyId{agency};
        m.fields.put(referral_message::kReferral, about.id);
        m.fields.put(referral_message::kText, std::string{text});
        store.hold(std::move(m));
    };
    say(bath, "council", "W020", "Is there a rail on the stairs already, and which side?", kDays + 58);
    say(bath, "harbour", "W110", "One rail, on the left going up. She leans to the right.", kDays - 50);

    Record befriend = refer("harbour", "W110", edith, "Befriending",
                            "Alone from four o’clock. Would like someone to look at the garden with.", "neighbourhood",
                            "SVC11", "W500", "info-asked", 3 * kDays, 2 * kDays);
    befriend.fields.put(referral::kAnsweredBy, WorkerId{"W500"});
    befriend.fields.put(referral::kAnsweredAt, ago(101 * kMinute));
    befriend.fields.put(referral::kAnswer, std::string{"Can she manage the steps of the minibus?"});
    befriendReferral = befriend.id;
    store.hold(std::move(befriend));

    Record memory =
        refer("harbour", "W110", ivy, "Memory clinic", "Leaves the gas on. Asked me the same thing four times.",
              "estuary", "SVC07", "W300", "declined", 8 * kDays, -3 * kDays);
    memory.fields.put(referral::kAnsweredBy, WorkerId{"W300"});
    memory.fields.put(referral::kAnsweredAt, ago(18 * 60 * kMinute));
    memory.fields.put(referral::kAnswer, std::string{"Already under the hospital memory clinic since May."});
    memory.fields.put(referral::kSuggestion, std::string{"Ring Dr Hale there, 01632 960 270."});
    memoryReferral = memory.id;
    store.hold(std::move(memory));

    store.hold(refer("harbour", "W110", ivy, "Falls clinic", "Third fall since July.", "harbour", "SVC05", "W112",
                     "sent", 5 * kDays, -kDays - 60));
    Record review = refer("harbour", "W110", edith, "Night telecare", "Up three or four times a night.", "council",
                          "SVC01", "W001", "under-review", kDays, 2 * kDays);
    review.fields.put(referral::kSeenBy, WorkerId{"W001"});
    review.fields.put(referral::kSeenAt, ago(20 * 60 * kMinute));
    store.hold(std::move(review));

    Record falls = refer("council", "W001", ivyAtCouncil, "Leg ulcer, dressing twice a week",
                         "Seen at the surgery this morning. Left shin, two weeks old, weeping.", "harbour", "SVC04",
                         "W110", "sent", 95, kDays);
    fallsReferral = falls.id;
    store.hold(std::move(falls));

    const auto note = [&](PersonId who, const char* home, const char* worker, const char* text, const char* state,
                          const char* kind, int minutesAgo, RecordId to = {}) {
        Record r = blank(RecordType::ContactNote, home, who, minutesAgo);
        r.category = Category::ContactNote;
        r.author = WorkerId{worker};
        r.authorAgency = AgencyId{home};
        r.fields.put(contact_note::kText, std::string{text});
        r.fields.put(contact_note::kState, std::string{state});
        r.fields.put(contact_note::kKind, std::string{kind});
        r.fields.put(contact_note::kAuthor, WorkerId{worker});
        r.fields.put(contact_note::kAddendumTo, to);
        if (std::string_view{state} == "entered-in-error") {
            r.fields.put(contact_note::kErrorReason, std::string{"Written about another person."});
        }
        if (std::string_view{state} != "draft") {
            r.fields.put(contact_note::kSignedAt, r.occurredAt);
        }
        store.hold(r);
        return r.id;
    };
    drawnUpNote = note(edith, "harbour", "W110",
                       "Edie up and dressed when I came, had made her own tea. Good spirits. Bess shut in the "
                       "kitchen.\n\nDressing changed, left lower leg. Wound 28 mm, healing, edges "
                       "pink, no smell. She says it only hurts when the dressing comes off.",
                       "signed", "visit", 4 * kDays + 30);
    note(edith, "harbour", "W110", "Measured again at home: 26 by 17 mm.", "signed", "visit", 4 * kDays - 10,
         drawnUpNote);
    note(edith, "council", "W001",
         "Martin rang, worried about nights. I said the pendant is fitted and Sam is coming on Thursday.", "signed",
         "phone-call", 4 * kDays);
    note(edith, "harbour", "W111", "Written about another person.", "entered-in-error", "visit", 6 * kDays);
    note(beryl, "harbour", "W110",
         "Insulin given, 8 units. Feet checked, small crack on the left heel, cream left with her daughter and",
         "draft", "visit", 55);
}

} // namespace frontsheet::testing
