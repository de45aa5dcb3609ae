#include "app/agency_server/peer/link_statements.h"

#include "app/agency_server/import/derived_ids.h"
#include "app/agency_server/import/ledger_upsert.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission.h"
#include "sync/wire/body_codec.h"

#include <algorithm>

namespace frontsheet {

namespace {

enum class Address : std::uint8_t { Known, Hidden };

// Whose address is kept hidden, ascending.
Result<std::vector<PersonId>> hiddenIn(LedgerReads& reads, WallTime now) {
    FS_ASSIGN(auto people, reads.statements().spokenFor());
    std::vector<PersonId> out;
    for (const auto& person : people) {
        FS_ASSIGN(const auto said, reads.statements().statementsOf(person));
        if (sharing::whereabouts({}, reads.home(), said, now) != sharing::Whereabouts::Open) {
            out.push_back(person);
        }
    }
    return out;
}

wire::Identity identityOf(const PersonId& person, const FieldSet& fields, Address address) {
    using namespace registration;
    wire::Identity identity;
    identity.person = person;
    identity.nhsNumber = fields.get(kNhsNumber);
    if (identity.nhsNumber.empty()) {
        identity.nhsNumber = fields.get(kNhsNumberAsGiven);
    }
    identity.title = fields.get(kTitle);
    identity.familyName = fields.get(kFamilyName);
    identity.givenName = fields.get(kGivenName);
    identity.born = fields.get(kBorn);
    identity.gender = fields.get(kGender);
    if (address == Address::Known) {
        identity.address = fields.get(kAddress);
        identity.town = fields.get(kTown);
        identity.postcode = fields.get(kPostcode);
        identity.phone = fields.get(kPhone);
    }
    return identity;
}

Record linkOf(const AgencyId& home, const wire::MatchedPair& pair, WallTime now) {
    Record record;
    record.id = derivedRecordId(home, RecordType::PersonLink, pair.person.hex() + ":" + pair.other.hex());
    record.type = RecordType::PersonLink;
    record.home = home;
    record.person = pair.person;
    record.category = Category::Identity;
    auto& f = record.fields;
    f.put(person_link::kOther, pair.other);
    f.put(person_link::kOtherAgency, pair.otherAgency);
    f.put(person_link::kState, std::string{pair.certain ? "stated" : "proposed"});
    f.put(person_link::kBasis, std::string{pair.certain ? "certain" : ""});
    f.put(person_link::kEvidence, pair.certain ? pair.basis + ": " + pair.evidence : pair.evidence);
    f.put(person_link::kDecidedAt, pair.certain ? now : WallTime{});
    return record;
}

} // namespace

Result<std::vector<wire::Identity>> identitiesIn(Ledger& ledger, WallTime now) {
    std::vector<wire::Identity> identities;
    FS_ASSIGN(const auto reads, ledger.read());
    FS_ASSIGN(const auto hidden, hiddenIn(*reads, now));
    FS_TRY(reads->records({}, [&](const KeptRecord& kept) -> Result<Walk> {
        if (kept.header.type == RecordType::Registration) {
            FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
            const bool hides = std::binary_search(hidden.begin(), hidden.end(), kept.header.person);
            identities.push_back(identityOf(kept.header.person, fields, hides ? Address::Hidden : Address::Known));
        }
        return Walk::On;
    }));
    return identities;
}

Result<LinkCounts> stateLinks(Ledger& ledger, const std::vector<wire::MatchedPair>& pairs, const Clock& clock) {
    LinkCounts counts;
    LedgerUpsert upsert{ledger, clock};
    for (const auto& pair : pairs) {
        Record link = linkOf(ledger.agency(), pair, clock.now());
        std::string was;
        {
            FS_ASSIGN(const auto reads, ledger.read());
            FS_ASSIGN(const auto held, reads->record(link.id));
            if (held) {
                FS_ASSIGN(const auto fields, wire::decodeBody(held->body));
                was = fields.get(person_link::kState);
            }
        }
        if (was.empty()) {
            ++(pair.certain ? counts.stated : counts.proposed);
        } else if (was == "proposed" && pair.certain) {
            ++counts.confirmed;
        } else {
            ++counts.kept;
            continue;
        }
        FS_TRY(upsert.add(std::move(link)));
    }
    FS_TRY(upsert.flush());
    return counts;
}

} // namespace frontsheet
