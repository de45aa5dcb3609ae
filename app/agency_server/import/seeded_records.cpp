#include "app/agency_server/import/seeded_records.h"

#include "core/base/id_source.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/registration.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

namespace {

constexpr std::uint64_t kPerPerson = 10;
constexpr std::size_t kPerTransaction = 500;

constexpr std::size_t kVocabulary = 20'000; // words; about what a team's notes of a year hold

constexpr std::string_view kGiven[] = {"Edith",  "Arthur", "Hilda",   "Harold",   "Mira",  "Günter",  "Siân",
                                       "Olive",  "Walter", "Pauline", "John",     "Mary",  "William", "Doris",
                                       "Ernest", "Ivy",    "George",  "Elsie",    "Amina", "Yusuf",   "Gwen",
                                       "Rhys",   "Joan",   "Albert",  "Świetlana"};
constexpr std::string_view kFamily[] = {"Hussain", "O'Neill", "Wood",    "ap Rhys", "D'Souza", "Patel",
                                        "Marsh",   "Wójcik",  "Price",   "Łukasz",  "Penrose", "Trevithick",
                                        "Hughes",  "Nguyễn",  "Okonkwo", "Begum",   "Evans",   "Harris",
                                        "Green",   "Singh",   "Robin",   "Thomp",   "Edward",  "Walker"};
constexpr std::string_view kFamilyEndings[] = {"", "", "", "s", "son", "ley", "ton", "field", "worth", "man"};
constexpr std::string_view kTowns[] = {"Saltmarsh", "Kitley", "Weston-under-Down", "Fennick"};
constexpr std::string_view kWords[] = {
    "visited",    "at",       "home",     "today",    "she",      "he",      "was",       "well",  "and",
    "in",         "good",     "spirits",  "dressing", "changed",  "on",      "left",      "lower", "leg",
    "wound",      "smaller",  "than",     "last",     "week",     "blood",   "pressure",  "taken", "medicines",
    "checked",    "with",     "daughter", "present",  "asked",    "about",   "stairs",    "rail",  "kettle",
    "breathless", "walking",  "to",       "kitchen",  "referred", "for",     "equipment", "will",  "call",
    "again",      "Thursday", "carer",    "tired",    "respite",  "offered", "declined"};

class Inventor {
public:
    Inventor(const AgencyId& home, std::uint64_t seed, WallTime now)
        : m_home(home), m_ids(seed), m_engine(seed), m_now(now) {
        // Few words often and many seldom, as in notes: the common ones above, the others made of English's letters.
        static constexpr std::string_view kLetters =
            "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddllllcccuuummmwwffggyyppbbvk";
        m_vocabulary.assign(std::begin(kWords), std::end(kWords));
        while (m_vocabulary.size() < kVocabulary) {
            std::string made;
            for (std::uint64_t left = 4 + number(8); left > 0; --left) {
                made.push_back(kLetters[number(kLetters.size())]);
            }
            m_vocabulary.push_back(std::move(made));
        }
    }

    Record registration() {
        m_person = m_ids.timeOrdered<PersonId>(m_now);
        Record record = fresh(RecordType::Registration, Category::Identity);
        auto& f = record.fields;
        f.put(registration::kLocalId, "SEED" + std::to_string(++m_people));
        f.put(registration::kFamilyName, std::string{pick(kFamily)} + std::string{pick(kFamilyEndings)});
        f.put(registration::kGivenName, std::string{pick(kGiven)});
        f.put(registration::kBorn, std::to_string(1925 + number(40)) + "-0" + std::to_string(1 + number(9)) + "-" +
                                       std::to_string(10 + number(18)));
        f.put(registration::kAddress, std::to_string(1 + number(200)) + " Quarry Close");
        f.put(registration::kTown, std::string{pick(kTowns)});
        f.put(registration::kPostcode,
              "ZZ" + std::to_string(1 + number(4)) + " " + std::to_string(1 + number(9)) + "AB");
        f.put(registration::kPhone, "01632 960" + std::to_string(100 + number(900)));
        f.put(registration::kPractice, std::string{"Y99001"}); // a practice's list: who of it may have everything
        f.put(registration::kAccessNote, prose(450));
        return record;
    }

    Record note() {
        Record record = fresh(RecordType::ContactNote, Category::ContactNote);
        auto& f = record.fields;
        f.put(contact_note::kText, prose(640));
        f.put(contact_note::kState, std::string{"signed"});
        f.put(contact_note::kKind, std::string{"visit"});
        f.put(contact_note::kSignedAt, record.occurredAt);
        f.put(contact_note::kAuthor, WorkerId{"W001"});
        return record;
    }

private:
    Record fresh(RecordType type, Category category) {
        m_now.ms += 1;
        Record record;
        record.id = m_ids.timeOrdered<RecordId>(m_now);
        record.type = type;
        record.home = m_home;
        record.person = m_person;
        record.category = category;
        record.version.n = 1;
        record.authorAgency = m_home;
        record.author = WorkerId{"W001"};
        record.occurredAt = m_now + -std::chrono::hours{static_cast<long>(number(365UL * 24))};
        record.recordedAt = m_now;
        return record;
    }
    std::string prose(std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) {
            text += word();
            text += number(12) == 0 ? ". " : " ";
        }
        text.pop_back();
        return text;
    }
    // By Zipf's law: the n-th word as often as 1/n.
    const std::string& word() {
        const double share = static_cast<double>(number(1'000'000) + 1) / 1'000'001;
        const auto rank = static_cast<std::size_t>(std::pow(static_cast<double>(m_vocabulary.size()), share));
        return m_vocabulary[std::min(rank, m_vocabulary.size()) - 1];
    }
    std::uint64_t number(std::uint64_t below) { return m_engine() % below; }
    template <std::size_t N>
    std::string_view pick(const std::string_view (&from)[N]) {
        return from[number(N)];
    }

    AgencyId m_home;
    SeededIdSource m_ids;
    std::mt19937_64 m_engine;
    std::vector<std::string> m_vocabulary;
    WallTime m_now;
    PersonId m_person;
    std::uint64_t m_people = 0;
};

} // namespace

Result<void> seedRecords(Ledger& ledger, std::uint64_t count, std::uint64_t seed, WallTime now) {
    {
        bool people = false;
        FS_ASSIGN(const auto reads, ledger.read());
        FS_TRY(reads->records({RecordRange::Of::Everything, {}, {}}, [&](const KeptRecord& kept) -> Result<Walk> {
            people = people || !kept.header.person.isNull();
            return people ? Walk::Stop : Walk::On;
        }));
        if (people) {
            return {ErrorCode::InvalidArgument, "this ledger has people in it already"};
        }
    }
    Inventor inventor{ledger.agency(), seed, now};
    std::uint64_t made = 0;
    while (made < count) {
        std::vector<RecordWrite> transaction;
        while (transaction.size() < kPerTransaction && made < count) {
            Record record = made % kPerPerson == 0 ? inventor.registration() : inventor.note();
            Bytes body = wire::encodeBody(record.fields);
            transaction.push_back({std::move(record), std::move(body)});
            ++made;
        }
        FS_TRY(ledger.write(WriteKind::Other, [&](LedgerWrites& writes) { return writes.append(transaction); }));
    }
    return ok();
}

} // namespace frontsheet
