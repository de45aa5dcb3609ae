#include "core/domain/sharing/opening.h"

#include "core/domain/decision.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"

#include <map>

namespace frontsheet::sharing {

namespace {

struct Count {
    int all = 0;
    int before = 0;
    int then = 0;
    Access access = Access::Read;
    Reason reason = Reason::NotAParty;
};

Opening extent(int released, int all) {
    return released == 0 ? Opening::Nothing : released < all ? Opening::Part : Opening::Whole;
}

// What the decision looks at of a record that is nobody's in particular.
RecordFacts someRecord(const AgencyId& home, RecordType type, Category category) {
    static const AgencyId kNoAgency;
    static const WorkerId kNobody;
    RecordFacts facts{home, type, category, Standing::Plain, Addressing::NotOfAReferral, kNoAgency, kNobody, {}};
    if (type == RecordType::Referral || type == RecordType::ReferralMessage) {
        facts.addressing = Addressing::ToOthers;
    }
    return facts;
}

// `of(type, category) -> {before, then}`, two decisions. A category of which no type has a field is one that notes are filed under.
template <class Decide>
std::vector<OpenedCategory> everyCategory(Decide of) {
    std::map<Category, Count> counts;
    const auto take = [&](RecordType type, Category category) {
        const TypeFields* fields = typeFieldsOf(type);
        if (fields == nullptr) {
            return;
        }
        const auto [before, then] = of(type, category);
        for (std::size_t at = 0; at < fields->groups.size(); ++at) {
            const auto& group = fields->groups[at];
            auto& count = counts[at == 0 ? category : group.category];
            count.all += group.fields.count();
            count.before += (before.fields & group.fields).count();
            const int released = (then.fields & group.fields).count();
            count.then += released;
            if (released > 0 && then.mayContribute()) {
                count.access = Access::Contribute;
            }
            // Where two types of a category differ, what stands in the way for this person is told before what the agreement lacks.
            if (released == 0 && (count.reason == Reason::NotAParty || count.reason == Reason::NoClause)) {
                count.reason = then.releases() ? Reason::NoClause : then.reason;
            }
        }
    };
    for (const auto& schema : allSchemas()) {
        const bool leavesHome = schema.reach == Reach::Shared || schema.category == Category::CarerPrivate;
        if (schema.subject == Subject::Person && leavesHome) {
            take(schema.type, schema.category);
        }
    }
    for (const auto& word : words<Category>()) {
        if (word.value != Category::Directory && !counts.contains(word.value)) {
            take(RecordType::ContactNote, word.value);
        }
    }
    std::vector<OpenedCategory> out;
    for (const auto& [category, count] : counts) {
        out.push_back({category, extent(count.before, count.all), extent(count.then, count.all), count.access,
                       count.then == 0 ? count.reason : Reason::CareTeam});
    }
    return out;
}

} // namespace

std::vector<OpenedCategory> whatOpens(const Principal& who, const AgencyId& home, RelationshipSet already,
                                      const AgreementsInForce& agreements,
                                      std::span<const PermissionStatement> permissions, WallTime now) {
    const auto purposes = agreements.purposesOf(who, home);
    return everyCategory([&](RecordType type, Category category) {
        const auto facts = someRecord(home, type, category);
        return std::pair{
            decide(Viewer{who, purposes, already}, facts, agreements, permissions, now),
            decide(Viewer{who, purposes, already | Relationship::CareTeam}, facts, agreements, permissions, now)};
    });
}

std::vector<OpenedCategory> whatOpensWithoutAgreement(const Principal& who, const AgencyId& home) {
    return everyCategory([&](RecordType type, Category category) {
        Record some;
        some.type = type;
        some.home = home;
        some.category = category;
        if (type == RecordType::ContactNote) {
            some.fields.put(contact_note::kState, std::string{"signed"});
        } else if (type == RecordType::PersonLink) {
            some.fields.put(person_link::kState, std::string{"stated"});
        }
        const auto asked = [&](const Relationships& joined) {
            const auto* fields = typeFieldsOf(type);
            const auto decision = frontsheet::decide(who, some, joined);
            Decision out;
            out.fields = decision.releases() ? fields->all : FieldMask{};
            out.access = Access::Contribute;
            // Their numbers mean the same in both (sharing_reason.h).
            out.reason = static_cast<Reason>(static_cast<std::uint8_t>(decision.reason));
            return out;
        };
        return std::pair{asked({}), asked({.careTeam = true})};
    });
}

} // namespace frontsheet::sharing
