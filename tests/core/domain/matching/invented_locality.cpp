#include "tests/core/domain/matching/invented_locality.h"

#include "core/domain/identity/nhs_number.h"
#include "core/domain/identity/partial_date.h"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <utility>

namespace frontsheet::matching {

namespace {

using std::string;

constexpr const char* kFamily[] = {"Wood",           "Davies",   "Rahman",      "Khan",         "Hassan",
                                   "D'Souza",        "Lee",      "White",       "van der Berg", "Müller",
                                   "O’Malley",       "Muñoz",    "Llewelyn",    "Carter",       "McIntyre",
                                   "Patel",          "Okonkwo",  "Wójcik",      "Green",        "Jones",
                                   "Kowalski",       "Fenwick",  "Evans",       "Parker",       "Hill",
                                   "Öztürk",         "Kaur",     "Marsh",       "Reed",         "Ali",
                                   "St John-Smythe", "ap Rhys",  "Taylor",      "Mensah",       "Singh",
                                   "Begum",          "Adeyemi",  "Łukaszewski", "Baker",        "Chowdhury",
                                   "MacDonald",      "Hughes",   "Brown",       "Ó Cuív",       "Cheung",
                                   "Smith",          "Hussain",  "O'Brien",     "Nguyen",       "Fernández-García",
                                   "James",          "Thomas",   "Owen",        "Allan",        "Nowak",
                                   "Papadopoulos",   "Schröder", "Björk",       "Ahmed",        "Martin"};

struct Given {
    const char* formal;
    const char* brief; // empty where none is usual
    bool isWoman;
};
constexpr Given kGiven[] = {
    {"Ffion", "", true},        {"Mei-Ling", "", true},      {"Siân", "", true},          {"Kathleen", "Kath", true},
    {"Jean", "", true},         {"Joan", "", true},          {"Eluned", "", true},        {"Maureen", "Mo", true},
    {"Doreen", "", true},       {"Agnès", "", true},         {"Gwenllian", "Gwen", true}, {"Shabana", "", true},
    {"Mira", "", true},         {"Wanda", "", true},         {"Sylvia", "Syl", true},     {"Renée", "", true},
    {"Sheila", "", true},       {"Rita", "", true},          {"Nkechi", "", true},        {"Audrey", "", true},
    {"Brónagh", "", true},      {"Vera", "", true},          {"Ivy", "", true},           {"Pauline", "", true},
    {"Edith", "Edie", true},    {"Bridget", "Bridie", true}, {"Winifred", "Win", true},   {"Margaret", "Peggy", true},
    {"Patricia", "Pat", true},  {"Zoë", "", true},           {"Hilda", "", true},         {"Elizabeth", "Betty", true},
    {"Olive", "", true},        {"Mary", "Molly", true},     {"Dorothy", "Dot", true},    {"Chloë", "", true},
    {"Przemysław", "", false},  {"Oluwaseun", "", false},    {"Gurdeep", "", false},      {"Albert", "Bert", false},
    {"Frank", "", false},       {"Kwame", "", false},        {"José", "", false},         {"Dennis", "Den", false},
    {"Ibrahim", "", false},     {"Norman", "Norm", false},   {"Ernest", "Ernie", false},  {"Seán", "", false},
    {"Sidney", "Sid", false},   {"Noël", "", false},         {"Llŷr", "", false},         {"Raymond", "Ray", false},
    {"Cyril", "", false},       {"Derek", "", false},        {"Terence", "Terry", false}, {"Owain", "", false},
    {"Günter", "", false},      {"Walter", "Wally", false},  {"Stanley", "Stan", false},  {"Peter", "Pete", false},
    {"Harold", "Harry", false}, {"Leonard", "Len", false},   {"Ronald", "Ron", false},    {"Arthur", "Art", false},
    {"Mohammed", "", false},    {"Patrick", "Pat", false},   {"William", "Bill", false},  {"James", "Jim", false},
    {"Thomas", "Tom", false},   {"John", "Jack", false},     {"Wing-Kit", "", false},     {"Dafydd", "Dai", false}};

constexpr const char* kStreets[] = {"Mill Hill",         "Chapel Lane",  "Quarry Close",  "Bishop's Walk",
                                    "St Anne's Terrace", "Ffordd y Môr", "Albion Street", "Park View",
                                    "Lower Marsh",       "Elm Grove",    "Windmill Rise", "Station Approach",
                                    "The Crescent",      "Harbour Road", "Saltings Way"};

struct Home {
    string street;
    string postcode;
};

struct Human {
    std::uint32_t id = 0;
    string number;
    string family;
    string given;
    string brief;
    bool isWoman = false;
    PartialDate born;
    Home home;
    string phone;
    string maidenName;                    // of those who changed their name; empty otherwise
    std::array<bool, 5> registeredWith{}; // council, trust, mental health, housing, practice
};

class Invention {
public:
    Invention(std::uint64_t seed, std::uint32_t humans, Mess mess)
        : m_chance(seed * 0x9e3779b97f4a7c15ULL + 1), m_mess(mess), m_wanted(humans) {}

    InventedLocality run() {
        invent();
        for (const auto& human : m_humans) {
            writeDown(human);
        }
        if (isWorse()) {
            exchangeNumbers();
        }
        std::shuffle(m_locality.registrations.begin(), m_locality.registrations.end(), m_chance);
        return std::move(m_locality);
    }

private:
    [[nodiscard]] bool isWorse() const { return m_mess == Mess::Worse; }
    std::uint32_t upTo(std::uint32_t count) { return static_cast<std::uint32_t>(m_chance() % count); }
    // Out of a thousand.
    bool happens(std::uint32_t permille) { return upTo(1000) < permille; }
    bool happensWhereWorse(std::uint32_t permille) {
        const bool does = happens(permille);
        return does && isWorse();
    }
    template <class T, std::size_t N>
    const T& oneOf(const T (&all)[N]) {
        return all[upTo(N)];
    }

    string freshNumber() {
        for (;;) {
            string nine = "999";
            for (int i = 0; i < 6; ++i) {
                nine.push_back(static_cast<char>('0' + upTo(10)));
            }
            const auto check = nhsCheckDigit(nine);
            if (check && m_numbers.insert(nine + *check).second) {
                return nine + *check;
            }
        }
    }
    PartialDate someBirthDate() {
        for (;;) {
            const auto date = PartialDate::full(1924 + static_cast<int>(upTo(50)), 1 + static_cast<int>(upTo(12)),
                                                1 + static_cast<int>(upTo(31)));
            if (date) {
                return *date;
            }
        }
    }
    string somePostcode() {
        string code = "ZZ" + std::to_string(1 + upTo(4)) + " " + std::to_string(1 + upTo(9));
        code.push_back(static_cast<char>('A' + upTo(26)));
        code.push_back(static_cast<char>('A' + upTo(26)));
        return code;
    }
    string someStreet() { return std::to_string(1 + upTo(240)) + " " + oneOf(kStreets); }
    string somePhone() {
        const string three = std::to_string(100 + upTo(900));
        switch (upTo(4)) {
        case 0:
            return "01632 " + three;
        case 1:
            return "01632 960" + three;
        case 2:
            return "07700 900 " + three;
        default:
            return "07700 900 960" + three;
        }
    }

    Human somebody() {
        Human human;
        human.id = static_cast<std::uint32_t>(m_humans.size());
        human.number = freshNumber();
        human.family = oneOf(kFamily);
        const auto& given = oneOf(kGiven);
        human.given = given.formal;
        human.brief = given.brief;
        human.isWoman = given.isWoman;
        human.born = someBirthDate();
        human.home = {someStreet(), somePostcode()};
        human.phone = somePhone();
        human.registeredWith = {happens(530), happens(550), happens(200), happens(310), happens(900)};
        if (human.isWoman && happensWhereWorse(30)) {
            human.maidenName = oneOf(kFamily);
        }
        return human;
    }
    void add(Human human) {
        human.id = static_cast<std::uint32_t>(m_humans.size());
        m_humans.push_back(std::move(human));
    }
    // As `like`, but a human with a number of their own.
    Human another(const Human& like) {
        Human human = like;
        human.number = freshNumber();
        human.registeredWith = somebody().registeredWith;
        return human;
    }

    void invent() {
        const Home careHome{"1 The Laurels, Harbour Road", "ZZ1 7LL"};
        while (m_humans.size() < m_wanted) {
            Human human = somebody();
            if (happensWhereWorse(40)) {
                human.home = careHome;
                human.phone = "01632 960777";
            }
            add(human);
            if (happens(6)) { // a namesake with the same birthday, who lives elsewhere
                Human namesake = another(human);
                namesake.home = {someStreet(), somePostcode()};
                namesake.phone = somePhone();
                add(std::move(namesake));
            }
            if (happens(6)) { // father and son of one name at one address
                Human father = another(human);
                father.born = someBirthDate();
                if (!isWorse()) {
                    father.phone = somePhone();
                }
                add(std::move(father));
            }
            if (happensWhereWorse(15)) {
                addTwin(human);
            }
            if (happensWhereWorse(60)) { // husband and wife
                Human spouse = somebody();
                spouse.family = human.family;
                spouse.home = human.home;
                spouse.phone = human.phone;
                add(std::move(spouse));
            }
        }
    }

    void addTwin(const Human& human) {
        Human twin = another(human);
        while (twin.given == human.given) {
            const auto& given = oneOf(kGiven);
            twin.given = given.formal;
            twin.brief = given.brief;
            twin.isWoman = given.isWoman;
        }
        add(std::move(twin));
    }

    static void lostAccents(string& text) {
        static const std::pair<const char*, const char*> kPlain[] = {
            {"â", "a"}, {"é", "e"}, {"è", "e"}, {"ë", "e"}, {"ü", "u"}, {"ñ", "n"}, {"ó", "o"}, {"Ó", "O"},
            {"í", "i"}, {"á", "a"}, {"Ö", "O"}, {"ö", "o"}, {"ü", "u"}, {"ŷ", "y"}, {"ł", "l"}, {"Ł", "L"}};
        for (const auto& [from, to] : kPlain) {
            replaceAll(text, from, to);
        }
    }
    static void lostLetters(string& text) { // what Windows-1252 cannot hold
        for (const char* letter : {"ŷ", "ł", "Ł"}) {
            replaceAll(text, letter, "?");
        }
    }
    static void transliterated(string& text) {
        for (const auto& [from, to] : {std::pair{"ü", "ue"}, {"ö", "oe"}, {"Ö", "Oe"}, {"ł", "l"}}) {
            replaceAll(text, from, to);
        }
    }
    static void replaceAll(string& text, const string& from, const string& to) {
        for (auto at = text.find(from); at != string::npos; at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }
    static void inCapitals(string& text) {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    }
    void mistyped(string& text) {
        const auto at = upTo(static_cast<std::uint32_t>(text.size()));
        if (text[at] >= 'a' && text[at] <= 'z') {
            text[at] = static_cast<char>('a' + upTo(26));
        }
    }

    string numberAsWritten(const Human& human, std::uint32_t missing) {
        string number = human.number;
        if (happens(missing)) {
            return {};
        }
        if (happens(12)) { // two digits exchanged
            const auto at = 3 + upTo(6);
            std::swap(number[at], number[at + 1]);
        } else if (happens(4)) {
            return "AB123456C";
        } else if (happensWhereWorse(8)) {
            return happens(500) ? "9999999999" : "9990000018";
        } else if (happensWhereWorse(5)) {
            number[4] = static_cast<char>('0' + upTo(10));
        }
        if (happens(250)) {
            number = number.substr(0, 3) + " " + number.substr(3, 3) + " " + number.substr(6);
        }
        return number;
    }

    void writeName(const Human& human, MatchIdentity& identity) {
        identity.name = {"", human.given, human.family};
        auto& [title, given, family] = identity.name;
        if (!human.maidenName.empty() && happens(400)) {
            family = human.maidenName;
        }
        if (!human.brief.empty() && happens(25)) {
            given = human.brief;
        }
        if (happensWhereWorse(20)) {
            given += happens(500) ? " Mary" : " John";
        }
        if (happensWhereWorse(4)) {
            given = given.substr(0, 1);
        }
        if (happensWhereWorse(15)) {
            transliterated(family);
        }
        if (happensWhereWorse(10)) {
            mistyped(happens(500) ? given : family);
        }
        if (happens(60)) {
            lostAccents(family);
            lostAccents(given);
        }
        if (happens(20)) {
            inCapitals(family);
        }
        if (happens(12)) {
            std::swap(given, family);
        }
    }

    string bornAsWritten(const Human& human) {
        PartialDate born = human.born;
        if (happens(10) && born.day <= 12) {
            std::swap(born.day, born.month);
        } else if (happens(8)) {
            born.day = 1;
            born.month = 1;
        } else if (happensWhereWorse(8)) {
            return "1900-01-01";
        } else if (happensWhereWorse(6)) { // a mistyped day
            if (const auto other = PartialDate::full(born.year, born.month, 1 + static_cast<int>(upTo(28)))) {
                born = *other;
            }
        }
        return born.iso();
    }

    void writePlace(const Human& human, MatchIdentity& identity) {
        Home home = human.home;
        if (happens(80)) {
            home.street = someStreet();
        }
        if (happensWhereWorse(20)) { // an old address, in another town
            home = {someStreet(), somePostcode()};
        }
        identity.address = home.street;
        identity.postcode = home.postcode;
        identity.phone = happens(40) ? string{} : happensWhereWorse(20) ? somePhone() : human.phone;
    }

    void writeDown(const Human& human) {
        static constexpr const char* kAgencies[] = {"council", "community_trust", "mental_health_trust", "housing"};
        static constexpr std::uint32_t kMissingNumber[] = {145, 89, 107, 1000, 25};
        for (std::size_t agency = 0; agency < 5; ++agency) {
            if (!human.registeredWith[agency]) {
                continue;
            }
            MatchIdentity identity;
            identity.agency = AgencyId{agency == 4 ? "gp_Y9900" + std::to_string(1 + human.id % 3) : kAgencies[agency]};
            identity.nhsNumber = numberAsWritten(human, kMissingNumber[agency]);
            writeName(human, identity);
            identity.born = agency == 3 && happens(175) ? string{} : bornAsWritten(human);
            writePlace(human, identity);
            if (agency == 0) {
                lostLetters(identity.name.family);
                lostLetters(identity.name.given);
            } else if (agency == 2) {
                identity.address.clear();
                identity.phone.clear();
            } else if (agency == 4) {
                inCapitals(identity.name.family);
            }
            keep(identity, human);
            if (agency == 0 && happens(17)) { // registered twice
                if (happens(500)) {
                    writeName(human, identity);
                }
                keep(identity, human);
            }
        }
    }

    void keep(MatchIdentity identity, const Human& human) {
        ++m_people;
        for (std::size_t i = 0; i < 8; ++i) {
            identity.person.bytes[8 + i] = static_cast<std::uint8_t>(m_people >> (56 - 8 * i));
        }
        m_locality.registrations.push_back({std::move(identity), human.id});
    }

    // In one agency, two people got one another's number: strangers, twins, father and son.
    void exchangeNumbers() {
        auto& all = m_locality.registrations;
        const auto exchange = [&](std::size_t a, std::size_t b) {
            if (all[a].human != all[b].human && !all[a].identity.nhsNumber.empty() &&
                !all[b].identity.nhsNumber.empty()) {
                std::swap(all[a].identity.nhsNumber, all[b].identity.nhsNumber);
            }
        };
        for (int i = 0; i < 3; ++i) {
            exchange(upTo(static_cast<std::uint32_t>(all.size())), upTo(static_cast<std::uint32_t>(all.size())));
        }
        for (std::size_t a = 0; a < all.size(); ++a) {
            for (std::size_t b = a + 1; b < std::min(all.size(), a + 12); ++b) {
                const auto& x = all[a].identity;
                const auto& y = all[b].identity;
                const bool isHousehold = x.agency == y.agency && all[a].human != all[b].human &&
                                         x.postcode == y.postcode && x.name.family == y.name.family;
                if (isHousehold && happens(60)) {
                    exchange(a, b);
                }
            }
        }
    }

    std::mt19937_64 m_chance;
    Mess m_mess;
    std::uint32_t m_wanted;
    std::vector<Human> m_humans;
    std::set<string> m_numbers;
    InventedLocality m_locality;
    std::uint64_t m_people = 0;
};

} // namespace

InventedLocality inventLocality(std::uint64_t seed, std::uint32_t humans, Mess mess) {
    return Invention{seed, humans, mess}.run();
}

Measure measure(const MatchResult& result, const std::map<MatchKey, std::uint32_t>& humanOf) {
    Measure measure;
    std::map<std::uint32_t, std::uint64_t> registrations;
    std::vector<std::uint32_t> human;
    for (const auto& key : result.people) {
        human.push_back(humanOf.at(key));
        ++registrations[human.back()];
    }
    for (const auto& [id, count] : registrations) {
        measure.truePairs += count * (count - 1) / 2;
    }
    std::set<std::pair<MatchPlace, MatchPlace>> found;
    for (const auto& link : result.links) {
        if (human[link.a] == human[link.b]) {
            ++measure.linked;
            found.emplace(link.a, link.b);
        } else {
            ++measure.wrongLinks;
            if (measure.firstWrong.empty()) {
                measure.firstWrong = string{codeOf(link.basis)} + ": " + codesOf(link.evidence);
            }
        }
    }
    for (const auto& question : result.questions) {
        for (std::size_t i = 0; i < question.groups.size(); ++i) {
            for (std::size_t j = i + 1; j < question.groups.size(); ++j) {
                for (const auto a : question.groups[i]) {
                    for (const auto b : question.groups[j]) {
                        if (human[a] == human[b]) {
                            found.emplace(std::min(a, b), std::max(a, b));
                        }
                    }
                }
            }
        }
    }
    measure.found = found.size();
    measure.questions = result.questions.size();
    return measure;
}

Measure measure(const InventedLocality& locality, const MatchResult& result) {
    std::map<MatchKey, std::uint32_t> humanOf;
    for (const auto& each : locality.registrations) {
        humanOf[{each.identity.agency, each.identity.person}] = each.human;
    }
    return measure(result, humanOf);
}

} // namespace frontsheet::matching
