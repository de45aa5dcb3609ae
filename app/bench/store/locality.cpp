#include "app/bench/store/locality.h"

#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"

#include <cmath>
#include <cstring>
#include <iterator>

namespace frontsheet::bench {

namespace {

constexpr std::uint64_t kFirstMoment = 1'700'000'000'000;
constexpr std::size_t kPerPerson = 10; // records of each person in the snapshot

constexpr const char* kFamilies[] = {"Marlowe",  "Penrose",   "O'Neill", "Fallon",  "Trevithick", "Nguyễn", "Okonkwo",
                                     "Hughes",   "Llewellyn", "Smith",   "Jones",   "Williams",   "Brown",  "Taylor",
                                     "Davies",   "Evans",     "Thomas",  "Roberts", "Walker",     "Wright", "Robinson",
                                     "Thompson", "White",     "Edwards", "Green",   "Hall",       "Wood",   "Harris",
                                     "Łukasik",  "Hassan",    "Begum",   "Khan",    "Ali",        "Patel",  "Singh"};
constexpr const char* kEndings[] = {"", "", "", "s", "son", "ley", "ton", "field", "worth", "man"};
constexpr const char* kGivens[] = {"Edith",   "Arthur", "Harold", "Hilda",   "Mira",   "Peter",  "Pauline",
                                   "Siobhán", "John",   "Mary",   "William", "Doris",  "Ernest", "Ivy",
                                   "George",  "Elsie",  "Albert", "Vera",    "Walter", "Joan",   "Świetlana",
                                   "Amina",   "Yusuf",  "Gwen",   "Rhys",    "Olive",  "Stanley"};
constexpr const char* kTowns[] = {"Saltmarsh", "Fore Bridge", "Upper Combe", "Harbour", "St Anne's"};

// The same draw for the same number: splitmix64.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

template <class IdType>
IdType idAt(std::uint64_t moment, std::uint64_t seed) {
    IdType id;
    const std::uint64_t low = mixed(seed);
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(moment >> (8 * (5 - i)));
    }
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (seed >> 8 & 0x0F));
    id.bytes[7] = static_cast<std::uint8_t>(seed);
    std::memcpy(id.bytes.data() + 8, &low, 8);
    return id;
}

std::string nhsNumber(std::uint64_t n) {
    std::string digits = std::to_string(400'000'000 + n * 13 % 599'999'999);
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        sum += (digits[i] - '0') * static_cast<int>(10 - i);
    }
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? std::string{} : digits + std::to_string(check);
}

} // namespace

std::string familyName(std::uint64_t draw) {
    return std::string{kFamilies[draw % std::size(kFamilies)]} + kEndings[draw / 64 % std::size(kEndings)];
}

std::string givenName(std::uint64_t draw) { return kGivens[draw % std::size(kGivens)]; }

Locality::Locality(std::uint64_t seed, std::size_t people) : m_seed(seed), m_people(people) {
    // 20,000 made-up words with the letters of English; used with Zipf's frequencies.
    static constexpr char kLetters[] =
        "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddllllcccuuummmwwffggyyppbbvk";
    std::mt19937_64 chance(seed);
    for (std::size_t i = 0; i < 20'000; ++i) {
        std::string made;
        const std::size_t length = i < 100 ? 2 + chance() % 4 : 3 + chance() % 8;
        for (std::size_t k = 0; k < length; ++k) {
            made.push_back(kLetters[chance() % (sizeof kLetters - 1)]);
        }
        m_vocabulary.push_back(std::move(made));
    }
}

const std::string& Locality::word(std::mt19937_64& chance) const {
    const double u = static_cast<double>(chance() % 1'000'000 + 1) / 1'000'001;
    const auto index = static_cast<std::size_t>(std::pow(static_cast<double>(m_vocabulary.size()), u)) - 1;
    return m_vocabulary[std::min(index, m_vocabulary.size() - 1)];
}

std::string Locality::words(std::mt19937_64& chance, std::size_t bytes) const {
    std::string text;
    while (text.size() < bytes) {
        text += word(chance);
        text += chance() % 9 == 0 ? ". " : " ";
    }
    return text;
}

PersonId Locality::person(std::size_t n) const {
    return idAt<PersonId>(kFirstMoment - 1'000'000'000 + n * 1000, m_seed + n);
}

Record Locality::at(std::size_t n) {
    const std::size_t who = n / kPerPerson % m_people;
    const std::size_t which = n % kPerPerson;
    std::mt19937_64 chance(mixed(m_seed ^ n));
    const std::uint64_t draw = mixed(m_seed + who);
    Record record;
    record.id = idAt<RecordId>(kFirstMoment + n, m_seed + n);
    record.home = AgencyId{"community_trust"};
    record.person = person(who);
    record.version.n = 1 + n % 3;
    record.authorAgency = record.home;
    record.author = WorkerId{"W0" + std::to_string(10 + who % 40)};
    record.occurredAt = WallTime{static_cast<std::int64_t>(kFirstMoment + n * 1000)};
    record.recordedAt = WallTime{record.occurredAt.ms + 60'000};
    auto& f = record.fields;
    switch (which) {
    case 0:
    case 1: // an agency may hold two registrations of one human; they are linked
        record.type = RecordType::Registration;
        record.category = Category::Identity;
        if (which == 1) {
            record.person = idAt<PersonId>(kFirstMoment - 1'000'000'000 + who * 1000 + 500, m_seed + who);
        }
        f.put(registration::kLocalId, "L" + std::to_string(who));
        f.put(registration::kNhsNumber, nhsNumber(who));
        f.put(registration::kTitle, std::string{draw % 2 == 0 ? "Mrs" : "Mr"});
        f.put(registration::kFamilyName, familyName(draw));
        f.put(registration::kGivenName, givenName(draw >> 20));
        f.put(registration::kBorn, std::to_string(1930 + draw % 30) + "-0" + std::to_string(1 + draw % 9) + "-11");
        f.put(registration::kAddress, std::to_string(1 + draw % 200) + " " + familyName(draw >> 9) + " Street, Flat 2");
        f.put(registration::kTown, std::string{kTowns[draw % std::size(kTowns)]});
        f.put(registration::kPostcode, "SM" + std::to_string(1 + draw % 20) + " " + std::to_string(draw % 9) + "AB");
        f.put(registration::kPhone, "01632 96" + std::to_string(1000 + who % 9000));
        f.put(registration::kAlert, words(chance, 200));
        f.put(registration::kAccessNote, words(chance, 150));
        break;
    case 2:
        record.type = RecordType::PersonLink;
        record.category = Category::Identity;
        f.put(person_link::kOther, idAt<PersonId>(kFirstMoment - 1'000'000'000 + who * 1000 + 500, m_seed + who));
        f.put(person_link::kState, std::string{"stated"});
        f.put(person_link::kEvidence, words(chance, 500));
        break;
    case 3:
        record.type = RecordType::CareTeamMembership;
        record.category = Category::Involvement;
        f.put(care_team::kAgency, record.home);
        f.put(care_team::kWorker, record.author);
        f.put(care_team::kRole, words(chance, 480));
        break;
    case 4:
        record.type = RecordType::Referral;
        record.category = Category::Referral;
        f.put(referral::kNeed, words(chance, 60));
        f.put(referral::kReason, words(chance, 450));
        f.put(referral::kToAgency, AgencyId{"council"});
        f.put(referral::kState, std::string{who % 4 == 0 ? "sent" : "completed"});
        f.put(referral::kFromWorker, record.author);
        f.put(referral::kSentAt, record.occurredAt);
        break;
    default:
        record.type = RecordType::ContactNote;
        record.category = Category::ContactNote;
        f.put(contact_note::kText, words(chance, 300 + chance() % 600));
        f.put(contact_note::kState, std::string{"signed"});
        f.put(contact_note::kKind, std::string{"visit"});
        f.put(contact_note::kAuthor, record.author);
        break;
    }
    return record;
}

std::string Locality::wanted(std::mt19937_64& chance) const {
    const std::uint64_t draw = mixed(m_seed + chance() % m_people);
    switch (chance() % 8) {
    case 0:
    case 1:
    case 2:
        return familyName(draw);
    case 3:
        return givenName(draw >> 20) + " " + familyName(draw);
    case 4: {
        std::string number = nhsNumber(chance() % m_people);
        return number.size() == 10 ? number.insert(6, " ").insert(3, " ") : familyName(draw);
    }
    case 5:
        return word(chance) + " " + word(chance);
    default:
        return word(chance);
    }
}

} // namespace frontsheet::bench
