// A scope: a portion of what one home agency holds, granted to a device and taken from it as a whole. Its name travels
// on the wire; what it covers follows from the name, so that server and device never disagree about which rows go.
//
//   directory                                        the home's agencies, workers, services and contact points
//   everyone:<category>                              the category about every person: what the viewer's role alone opens
//   person:<person>:<category>[:<audience>]          one category about one person; with an audience: restricted items
//   referral:<referral record>:<person>              one addressed referral with its messages
//   withheld:<person>:<category>:<agreement>.<clause> no record: that something is withheld, and by which clause
//
// A key is a scope under terms: "<scope>@<terms>". When what a grant gives of the same records changes, the old key goes
// and the new one is granted, with no other mechanism. "again:<scope>" is a key that passes: what a scope that went shared
// with one that stays, fetched again, held by nobody once it is complete.
//
// Ids are 32 hexadecimal digits, audiences and terms 16.
#pragma once

#include "core/domain/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

// Who alone may read an item, as one number: the hash of its named readers. 0: not restricted.
struct Audience {
    std::uint64_t hash = 0;
    [[nodiscard]] bool isOpen() const { return hash == 0; }
    friend auto operator<=>(const Audience&, const Audience&) = default;
};

// `readers` as the record's field has them: "agency/worker", in any order.
[[nodiscard]] Audience audienceOfReaders(std::vector<std::string> readers);
// 64 bits of FNV-1a: for telling apart, never for proving.
[[nodiscard]] std::uint64_t shortHash(std::string_view bytes);

struct Scope {
    enum class Kind : std::uint8_t { Directory, Everyone, Person, Referral, Withheld };
    Kind kind = Kind::Directory;
    PersonId person;     // of Person, Referral and Withheld
    RecordId referral;   // of Referral
    Category category{}; // of Everyone, Person and Withheld
    Audience audience;   // of Person
    std::string clause;  // of Withheld: "agreement.clause"

    [[nodiscard]] static Scope directory() { return {}; }
    [[nodiscard]] static Scope everyone(Category category);
    [[nodiscard]] static Scope ofPerson(const PersonId& person, Category category, Audience audience = {});
    [[nodiscard]] static Scope ofReferral(const RecordId& referral, const PersonId& person);
    [[nodiscard]] static Scope withheld(const PersonId& person, Category category, std::string clause);

    [[nodiscard]] std::string name() const;
    // nullopt for anything that name() does not make, an older or later version's names among it.
    [[nodiscard]] static std::optional<Scope> named(std::string_view name);

    friend bool operator==(const Scope&, const Scope&) = default;
};

struct ScopeKey {
    enum class Turn : std::uint8_t { Lasting, Again };
    Scope scope;
    std::uint64_t terms = 0; // 0: none said
    Turn turn = Turn::Lasting;

    [[nodiscard]] std::string name() const;
    [[nodiscard]] static std::optional<ScopeKey> named(std::string_view name);
    friend bool operator==(const ScopeKey&, const ScopeKey&) = default;
};

// Of a key that passes: not held, so in no hash of what is held and in no list of it.
[[nodiscard]] inline bool isAgain(std::string_view key) { return key.starts_with("again:"); }

// What `covers` needs to know of a record of the scope's home. `referral`: of a message, the referral it is on.
struct ScopedRecord {
    RecordId id;
    RecordType type = RecordType::Registration;
    PersonId person;
    RecordId referral;
    Category category{};
    Audience audience;
};

// `record` with its fields.
[[nodiscard]] ScopedRecord scopedRecord(const Record& record);
// The field that restricts a record of the type to named readers; nullptr where the type has none.
[[nodiscard]] const SetField* readersFieldOf(RecordType type);

[[nodiscard]] bool covers(const Scope& scope, const ScopedRecord& record);
// What both cover, as one of the two; nullopt when they share no record.
[[nodiscard]] std::optional<Scope> sharedBy(const Scope& a, const Scope& b);

} // namespace frontsheet
