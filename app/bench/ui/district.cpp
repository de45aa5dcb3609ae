#include "app/bench/ui/district.h"

#include "app/agency_server/identity/certificate_authority.h"
#include "app/bench/store/locality.h"
#include "app/device/device_session.h"
#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "core/domain/scope.h"
#include "core/store/device_store.h"
#include "sync/wire/body_codec.h"

#include <array>
#include <map>
#include <random>

namespace frontsheet::bench {

namespace {

constexpr std::size_t kPage = 5000;
constexpr std::size_t kWorkersEach = 120;
constexpr std::size_t kServicesEach = 12;
constexpr std::size_t kNotesEach = 80; // of Edith, by each agency: a visit every three weeks
constexpr std::size_t kReferralsEach = 6;
constexpr std::chrono::hours kFiveYears{24 * 365 * kYears};
const WorkerId kMe{"W099"};       // none of those whom the locality has write
constexpr std::size_t kMine = 40; // referrals of this worker, of which every fourth is open

struct Home {
    const char* code;
    const char* name;
    const char* initials;
    const char* kind;
};
constexpr std::array kHomes{Home{"community_trust", "Harbour Health", "HH", "community-trust"},
                            Home{"council", "Saltmarsh Council", "SC", "council"},
                            Home{"estuary", "Estuary Mental Health", "EM", "mental-health-trust"},
                            Home{"priory", "Priory Road Surgery", "PR", "gp-practice"},
                            Home{"tidewell", "Tidewell Homes", "TH", "housing"}};

PersonId known(std::uint8_t who, std::uint8_t at) {
    PersonId id;
    id.bytes = {0x01, 0x90, 0, 0, 0, 0, 0x70, who, 0x80, at, 0, 0, 0, 0, 0, 1};
    return id;
}

std::string isoDate(WallTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{time.ms}});
    const std::chrono::year_month_day date{day};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

class Settling {
public:
    Settling(const District& district, DeviceStore& store)
        : m_district(district), m_store(store), m_locality(district.seed, district.people), m_ids(district.seed),
          m_chance(district.seed), m_now(SystemClock{}.now()) {}

    Result<void> run() {
        for (const auto& home : kHomes) {
            FS_TRY(grant(AgencyId{home.code}));
            directory(home);
        }
        for (std::size_t n = 0; n < m_district.people * 10; ++n) {
            Record record = m_locality.at(n);
            if (record.type == RecordType::CareTeamMembership) {
                record.fields.put(care_team::kWorker, kMe);
            }
            put(std::move(record));
            FS_TRY(flushFull());
        }
        fiveYears();
        manyNotes();
        mine();
        for (const auto& home : kHomes) {
            FS_TRY(flush(AgencyId{home.code}));
        }
        for (;;) {
            FS_ASSIGN(const auto left, m_store.indexSome(10'000));
            if (left == 0) {
                return ok();
            }
        }
    }

private:
    [[nodiscard]] SyncStore::Exchange exchange() const {
        SyncStore::Exchange out;
        out.epoch.bytes[0] = 1;
        out.serverTime = m_now;
        out.receivedAt = m_now;
        return out;
    }

    Result<void> grant(const AgencyId& home) {
        auto first = exchange();
        const auto whole = [&](const std::string& scope) {
            first.grants.granted.push_back({scope, 0, {}});
            first.pages.push_back({scope, {}, true, {}, {}, 0});
        };
        whole(Scope::directory().name());
        for (auto category = static_cast<int>(Category::Identity); category < static_cast<int>(Category::Directory);
             ++category) {
            whole(Scope::everyone(static_cast<Category>(category)).name());
        }
        return m_store.apply(home, first);
    }

    Record blank(RecordType type, const char* home, const PersonId& person, Category category, WallTime at) {
        Record record;
        record.id = m_ids.timeOrdered<RecordId>(at);
        record.type = type;
        record.home = AgencyId{home};
        record.person = person;
        record.category = category;
        record.version.n = 1;
        record.authorAgency = record.home;
        record.author = workerOf(home, m_chance() % kWorkersEach);
        record.occurredAt = at;
        record.recordedAt = at;
        return record;
    }
    // The trust's have the codes that the locality gives.
    static WorkerId workerOf(const std::string& home, std::size_t n) {
        return WorkerId{(home == kHomes[0].code ? "W0" : home + "-") + std::to_string(10 + n)};
    }

    void put(Record record) {
        const AgencyId home = record.home;
        IncomingRecord incoming{std::move(record), {}};
        incoming.body = m_codec.encode(incoming.header.fields);
        incoming.header.fields = {};
        m_waiting[home].push_back(std::move(incoming));
    }
    Result<void> flushFull() {
        for (const auto& [home, records] : m_waiting) {
            if (records.size() >= kPage) {
                return flush(home);
            }
        }
        return ok();
    }
    Result<void> flush(AgencyId home) { // a copy: the key goes
        auto next = exchange();
        IncomingPage page{"", {}, false, {}, {}, ++m_seq};
        page.upserts = std::move(m_waiting[home]);
        m_waiting.erase(home);
        next.pages.push_back(std::move(page));
        return m_store.apply(home, next);
    }

    void directory(const Home& home) {
        const WallTime at = m_now + -kFiveYears;
        Record agency = blank(RecordType::Agency, home.code, {}, Category::Directory, at);
        agency.fields.put(agency::kCode, AgencyId{home.code});
        agency.fields.put(agency::kName, std::string{home.name});
        agency.fields.put(agency::kShortName, std::string{home.name});
        agency.fields.put(agency::kInitials, std::string{home.initials});
        agency.fields.put(agency::kKind, std::string{home.kind});
        agency.fields.put(agency::kPhone, std::string{"01632 960 100"});
        put(std::move(agency));
        for (std::size_t n = 0; n < kWorkersEach; ++n) {
            Record worker = blank(RecordType::Worker, home.code, {}, Category::Directory, at);
            worker.fields.put(worker::kCode, workerOf(home.code, n));
            worker.fields.put(worker::kName, givenName(m_chance()) + " " + familyName(m_chance()));
            worker.fields.put(worker::kRole, std::string{n % 3 == 0 ? "community nurse" : "care coordinator"});
            worker.fields.put(worker::kBase, std::string{"Saltmarsh Health Centre"});
            worker.fields.put(worker::kCovers, std::vector<std::string>{"Saltmarsh", "Harbour"});
            worker.fields.put(worker::kPhone, "01632 96" + std::to_string(1000 + n));
            worker.fields.put(worker::kAgency, AgencyId{home.code});
            put(std::move(worker));
        }
        for (std::size_t n = 0; n < kServicesEach; ++n) {
            const ServiceId code{std::string{home.code} + "-S" + std::to_string(n)};
            Record service = blank(RecordType::Service, home.code, {}, Category::Directory, at);
            service.fields.put(service::kCode, code);
            service.fields.put(service::kName,
                               "Service " + std::to_string(n) + " for " + m_locality.words(m_chance, 20));
            service.fields.put(service::kCriteria, m_locality.words(m_chance, 120));
            service.fields.put(service::kHours, std::string{"Mon-Fri 09:00-17:00"});
            service.fields.put(service::kRoutedBy, std::string{"all"});
            service.fields.put(service::kRespondsWithin, std::string{"2 working days"});
            service.fields.put(service::kDutyPhone, std::string{"01632 960 900"});
            service.fields.put(service::kRoles, std::vector<std::string>{"community nurse"});
            service.fields.put(service::kKeywords, std::vector<std::string>{"falls", "help at home"});
            service.fields.put(service::kAgency, AgencyId{home.code});
            put(std::move(service));
        }
    }

    void registered(const PersonId& person, const char* home, const char* family, const char* given,
                    const std::string& address) {
        Record r = blank(RecordType::Registration, home, person, Category::Identity, m_now + -kFiveYears);
        r.fields.put(registration::kNhsNumber, std::string{"9995260182"});
        r.fields.put(registration::kTitle, std::string{"Mrs"});
        r.fields.put(registration::kFamilyName, std::string{family});
        r.fields.put(registration::kGivenName, std::string{given});
        r.fields.put(registration::kBorn, std::string{"1939-02-11"});
        r.fields.put(registration::kGender, std::string{"female"});
        r.fields.put(registration::kAddress, address);
        r.fields.put(registration::kTown, std::string{"Saltmarsh"});
        r.fields.put(registration::kPhone, std::string{"01632 960 118"});
        r.fields.put(registration::kAlert, m_locality.words(m_chance, 120));
        r.fields.put(registration::kAccessNote, m_locality.words(m_chance, 60));
        put(std::move(r));
    }
    void note(const PersonId& person, const char* home, WallTime at) {
        Record r = blank(RecordType::ContactNote, home, person, Category::ContactNote, at);
        r.fields.put(contact_note::kText, m_locality.words(m_chance, 300 + m_chance() % 600));
        r.fields.put(contact_note::kState, std::string{"signed"});
        r.fields.put(contact_note::kKind, std::string{m_chance() % 3 == 0 ? "phone-call" : "visit"});
        r.fields.put(contact_note::kSignedAt, at);
        r.fields.put(contact_note::kAuthor, r.author);
        put(std::move(r));
    }
    WallTime sometime() {
        return m_now + -std::chrono::milliseconds{static_cast<std::int64_t>(
                           m_chance() % static_cast<std::uint64_t>(std::chrono::milliseconds{kFiveYears}.count()))};
    }

    // Each agency knows her by an id of its own; the trust has stated that they are one.
    void fiveYears() {
        for (std::size_t at = 0; at < kHomes.size(); ++at) {
            const char* home = kHomes[at].code;
            const PersonId her = known(1, static_cast<std::uint8_t>(at));
            registered(her, home, "Marlowe", "Edith", at == 3 ? "41 Mill Street" : "14 Orchard Row");
            if (at > 0) {
                Record link = blank(RecordType::PersonLink, kHomes[0].code, edith(), Category::Identity, sometime());
                link.fields.put(person_link::kOther, her);
                link.fields.put(person_link::kOtherAgency, AgencyId{home});
                link.fields.put(person_link::kState, std::string{"stated"});
                link.fields.put(person_link::kEvidence, std::string{"NHS number and date of birth"});
                put(std::move(link));
            }
            for (std::size_t n = 0; n < kNotesEach; ++n) {
                note(her, home, sometime());
            }
            for (std::size_t n = 0; n < kReferralsEach; ++n) {
                referral(her, home, n);
            }
            for (std::size_t n = 0; n < 3; ++n) {
                Record r = blank(RecordType::CareTeamMembership, home, her, Category::Involvement, sometime());
                r.fields.put(care_team::kAgency, AgencyId{home});
                r.fields.put(care_team::kWorker, n == 0 && at == 0 ? kMe : r.author);
                r.fields.put(care_team::kRole, std::string{"visits on Tuesdays"});
                r.fields.put(care_team::kSince, r.occurredAt);
                put(std::move(r));
            }
            for (std::size_t n = 0; n < 2; ++n) {
                Record r = blank(RecordType::RiskAlert, home, her, Category::Alerts, sometime());
                r.fields.put(risk_alert::kText, m_locality.words(m_chance, 80));
                r.fields.put(risk_alert::kDoThis, m_locality.words(m_chance, 60));
                r.fields.put(risk_alert::kState, std::string{"current"});
                put(std::move(r));
            }
        }
        plan();
        placements();
    }
    void referral(const PersonId& her, const char* home, std::size_t n) {
        Record r = blank(RecordType::Referral, home, her, Category::Referral, sometime());
        const Home& to = kHomes[(n + 1) % kHomes.size()];
        r.fields.put(referral::kNeed, m_locality.words(m_chance, 30));
        r.fields.put(referral::kReason, m_locality.words(m_chance, 300));
        r.fields.put(referral::kToAgency, AgencyId{to.code});
        r.fields.put(referral::kToService, ServiceId{std::string{to.code} + "-S1"});
        r.fields.put(referral::kState, std::string{n == 0 ? "sent" : "completed"});
        r.fields.put(referral::kFromWorker, r.author);
        r.fields.put(referral::kSentAt, r.occurredAt);
        r.fields.put(referral::kArrivedAt, r.occurredAt);
        if (n > 0) {
            r.fields.put(referral::kOutcome, m_locality.words(m_chance, 120));
            r.fields.put(referral::kOutcomeAt, r.occurredAt + std::chrono::hours{24 * 20});
        }
        put(std::move(r));
    }
    void plan() {
        const char* council = kHomes[1].code;
        const PersonId her = known(1, 1);
        Record plan = blank(RecordType::CarePlan, council, her, Category::CarePlan, sometime());
        plan.fields.put(care_plan::kState, std::string{"open"});
        plan.fields.put(care_plan::kCaseOwner, plan.author);
        plan.fields.put(care_plan::kSummary, m_locality.words(m_chance, 200));
        plan.fields.put(care_plan::kOpenedOn, isoDate(plan.occurredAt));
        const RecordId head = plan.id;
        put(std::move(plan));
        for (std::size_t n = 0; n < 12; ++n) {
            Record need = blank(RecordType::Need, council, her, Category::CarePlan, sometime());
            need.fields.put(need::kText, m_locality.words(m_chance, 40));
            need.fields.put(need::kState, std::string{n % 3 == 0 ? "unmet" : "met"});
            need.fields.put(need::kPlan, head);
            put(std::move(need));
            Record action = blank(RecordType::Action, council, her, Category::CarePlan, sometime());
            action.fields.put(action::kWhat, m_locality.words(m_chance, 40));
            action.fields.put(action::kOwnerAgency, AgencyId{council});
            action.fields.put(action::kOwner, action.author);
            action.fields.put(action::kState, std::string{n % 2 == 0 ? "accepted" : "done"});
            action.fields.put(action::kDue, isoDate(m_now + std::chrono::hours{24 * 10}));
            action.fields.put(action::kPlan, head);
            put(std::move(action));
        }
        for (std::size_t n = 0; n < 5; ++n) {
            Record goal = blank(RecordType::Goal, council, her, Category::CarePlan, sometime());
            goal.fields.put(goal::kWords, m_locality.words(m_chance, 60));
            goal.fields.put(goal::kState, std::string{"set"});
            goal.fields.put(goal::kPlan, head);
            put(std::move(goal));
        }
        Record about = blank(RecordType::AboutMe, council, her, Category::Wishes, sometime());
        about.fields.put(about_me::kImportant, m_locality.words(m_chance, 200));
        put(std::move(about));
        for (std::size_t n = 0; n < 4; ++n) {
            Record allergy =
                blank(RecordType::Allergy, kHomes[3].code, known(1, 3), Category::HealthSummary, sometime());
            allergy.fields.put(allergy::kSubstance, m_locality.words(m_chance, 8));
            allergy.fields.put(allergy::kReaction, std::string{"rash"});
            put(std::move(allergy));
        }
    }
    void placements() {
        for (std::size_t n = 0; n < 3; ++n) {
            Record r = blank(RecordType::Placement, kHomes[1].code, known(1, 1), Category::Placement, sometime());
            r.fields.put(placement::kDischargedOn, isoDate(r.occurredAt));
            r.fields.put(placement::kPathway, std::string{"2"});
            r.fields.put(placement::kPlacedAt, std::string{"Fairview House"});
            r.fields.put(placement::kOutcome, std::string{"home"});
            r.fields.put(placement::kOutcomeOn, isoDate(r.occurredAt + std::chrono::hours{24 * 40}));
            r.fields.put(placement::kOwnWish, m_locality.words(m_chance, 80));
            put(std::move(r));
        }
    }

    // What a worker has under way: an answer is due on some, the rest ended and were read.
    void mine() {
        for (std::size_t n = 0; n < kMine; ++n) {
            const bool open = n % 4 == 0;
            const WallTime at = open ? m_now + -std::chrono::hours{static_cast<int>(n)} : sometime();
            Record r = blank(RecordType::Referral, kHomes[0].code, m_locality.person(n * 7), Category::Referral, at);
            r.author = kMe;
            r.fields.put(referral::kNeed, m_locality.words(m_chance, 30));
            r.fields.put(referral::kReason, m_locality.words(m_chance, 300));
            r.fields.put(referral::kToAgency, AgencyId{kHomes[1].code});
            r.fields.put(referral::kToService, ServiceId{std::string{kHomes[1].code} + "-S1"});
            r.fields.put(referral::kState, std::string{open ? "sent" : "completed"});
            r.fields.put(referral::kFromWorker, kMe);
            r.fields.put(referral::kSentAt, at);
            r.fields.put(referral::kArrivedAt, at);
            if (!open) {
                r.fields.put(referral::kOutcome, m_locality.words(m_chance, 120));
                r.fields.put(referral::kOutcomeAt, at + std::chrono::hours{24 * 20});
                r.fields.put(referral::kOutcomeReadBy, kMe);
                r.fields.put(referral::kOutcomeReadAt, at + std::chrono::hours{24 * 21});
            }
            put(std::move(r));
        }
    }

    void manyNotes() {
        const char* trust = kHomes[0].code;
        registered(harold(), trust, "Penrose", "Harold", "3 Quay Lane");
        for (std::size_t n = 0; n < kManyNotes; ++n) {
            note(harold(), trust, sometime());
        }
    }

    const District& m_district;
    DeviceStore& m_store;
    Locality m_locality;
    SeededIdSource m_ids;
    std::mt19937_64 m_chance;
    WallTime m_now;
    wire::WireBodyCodec m_codec;
    std::map<AgencyId, std::vector<IncomingRecord>> m_waiting;
    std::uint64_t m_seq = 0;
};

// Enrolled, with a certificate that is good for today; nobody answers at the servers' addresses.
Result<device::DeviceIdentity> enrolled(std::uint64_t seed) {
    device::DeviceIdentity identity;
    SeededIdSource ids(seed);
    const WallTime now = SystemClock{}.now();
    identity.me = {AgencyId{kHomes[0].code}, kMe, "community nurse", ids.random<DeviceId>()};
    FS_ASSIGN(const auto authority, CertificateAuthority::make(identity.me.agency, now, ids));
    FS_ASSIGN(const auto key, PrivateKey::generate());
    FS_ASSIGN(const auto request, key.certificateRequest());
    FS_ASSIGN(const auto certificate, authority.issueToDevice(request, identity.me, now, ids));
    identity.certificate = certificate.pem();
    FS_ASSIGN(identity.privateKey, key.toPem({}));
    for (const auto& home : kHomes) {
        identity.partnership.push_back(
            {AgencyId{home.code}, "https://127.0.0.1:1", AgencyId{home.code}, authority.certificate().pem()});
    }
    return identity;
}

} // namespace

PersonId edith() { return known(1, 0); }
PersonId harold() { return known(2, 0); }

PersonId neighbour(const District& district, std::size_t n) {
    return Locality(district.seed, district.people).person(n % district.people);
}

std::string typedFor(const District& district, std::size_t n) {
    static Locality locality(district.seed, district.people);
    std::mt19937_64 chance(district.seed + 1 + n);
    return locality.wanted(chance);
}

Result<void> settle(const District& district, const std::filesystem::path& folder) {
    const wire::WireBodyCodec codec;
    const SystemClock clock;
    FS_ASSIGN(auto store, DeviceStore::create(folder.string(), kDistrictPassphrase, {codec, clock, {}, {}}));
    FS_ASSIGN(const auto identity, enrolled(district.seed));
    FS_TRY(device::keepIdentity(*store, identity));
    store->belongsTo(identity.me);
    return Settling(district, *store).run();
}

} // namespace frontsheet::bench
