#include "core/domain/sharing/sharing_decision.h"

#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/two_versions.h"

#include <algorithm>

namespace frontsheet::sharing {

namespace {

using CompiledClause = CompiledAgreement::CompiledClause;

constexpr std::uint16_t kVisitHours = (kBeforeVisit + kAfterVisit).count();

// How far a denial came: of several the furthest is told. The numbers are nowhere but here.
int stageOf(Reason reason) {
    switch (reason) {
    case Reason::RoleNotInAgreement:
        return 1;
    case Reason::ProcessorOnly:
        return 2;
    case Reason::NoClause:
        return 3;
    case Reason::NoRelationship:
        return 4;
    case Reason::NotYetInForce:
    case Reason::Expired:
    case Reason::NotSigned:
    case Reason::Suspended:
        return 5;
    case Reason::NoPermission:
    case Reason::Objection:
        return 6;
    case Reason::WithheldByClause:
        return 7;
    default:
        return 0;
    }
}

// One agreement as it looks from one viewer to one home.
struct Seat {
    const CompiledAgreement& agreement;
    std::uint16_t home;
    std::uint16_t viewer;
    std::uint16_t role;
};

struct Answer {
    Reason reason = Reason::NoClause;
    const CompiledClause* clause = nullptr;
    [[nodiscard]] bool grants() const { return releases(reason); }
    // Told only to somebody the clause means and who is joined to the person: that there is an agreement that would not
    // release this to them, or a person they have nothing to do with, discloses nothing then.
    [[nodiscard]] bool announces() const {
        return clause != nullptr && !grants() && reason != Reason::NoRelationship &&
               clause->whenWithheld == WhenWithheld::Announced;
    }
};

class Deciding {
public:
    Deciding(const Viewer& viewer, const RecordFacts& record, std::span<const PermissionStatement> permissions,
             WallTime now)
        : m_viewer(viewer), m_record(record), m_permissions(permissions), m_now(now),
          m_own(record.home == viewer.principal.agency),
          m_relationships(viewer.relationships.without(Relationship::NoneNeeded)) {
        // What joins them is this referral, not another one about the same person.
        if (record.addressing == Addressing::ToOthers) {
            m_relationships = m_relationships.without(Relationship::AddressedReferral);
        } else if (record.addressing == Addressing::ToViewer) {
            m_relationships = m_relationships | Relationship::AddressedReferral;
        }
    }

    Decision byAgreements(const AgreementsInForce& agreements, const TypeFields* type) {
        const auto all = agreements.all();
        for (std::size_t at = 0; at < all.size(); ++at) {
            lookAt(all[at], static_cast<std::uint16_t>(at), type);
        }
        m_out.announced = m_out.announced.without(m_out.fields);
        if (m_out.releases()) {
            m_out.toViewer = ViewerReason::Released;
        } else {
            m_out.toViewer = m_announced ? ViewerReason::NotShared : ViewerReason::NothingToSay;
        }
        restrict();
        if (m_out.releases() && m_record.asking == Asking::OfViewer && m_record.standing == Standing::Plain) {
            m_out.access = Access::Contribute;
        }
        return m_out;
    }

private:
    void lookAt(const CompiledAgreement& agreement, std::uint16_t at, const TypeFields* type) {
        if (agreement.isPolicy() != m_own) {
            return;
        }
        const auto home = agreement.partyOf(m_record.home);
        const auto viewer = agreement.partyOf(m_viewer.principal.agency);
        if (home == CompiledAgreement::kNone || viewer == CompiledAgreement::kNone) {
            return;
        }
        if (!m_own && agreement.isProcessor(viewer)) {
            deny({Reason::ProcessorOnly, nullptr}, at, Purpose{});
            return;
        }
        const auto role = agreement.roleOf(viewer, m_viewer.principal.role);
        if (role == CompiledAgreement::kNone) {
            deny({Reason::RoleNotInAgreement, nullptr}, at, Purpose{});
            return;
        }
        m_auditor = m_auditor || (m_own && agreement.isAuditRole(role));
        const Seat seat{agreement, home, viewer, role};
        for (std::size_t number = 1; number <= kPurposes; ++number) {
            const auto purpose = static_cast<Purpose>(number);
            if (m_viewer.purposes.has(purpose)) {
                lookAt(seat, at, purpose, type);
            }
        }
    }

    void lookAt(const Seat& seat, std::uint16_t at, Purpose purpose, const TypeFields* type) {
        const Answer gate = ask(seat, m_record.category, purpose);
        if (!gate.grants()) {
            m_announced = m_announced || gate.announces();
            deny(gate, at, purpose);
            return;
        }
        const bool first = !m_out.releases();
        if (!takeAll(seat, purpose, gate, type)) {
            if (first) {
                deny({Reason::NoClause, gate.clause}, at, purpose); // it means fields of other types only
            }
            return;
        }
        if (first) {
            m_out.reason = gate.reason;
            m_out.clause = {at, gate.clause->source};
            m_out.purpose = purpose;
        }
        m_restrictionAnnounced = m_restrictionAnnounced || gate.clause->whenWithheld == WhenWithheld::Announced;
        if (gate.clause->access == Access::Contribute) {
            m_out.access = Access::Contribute;
        }
        if (gate.clause->furtherRelease == FurtherRelease::Allowed) {
            m_out.furtherRelease = FurtherRelease::Allowed;
        }
    }

    // Whether there was anything to take, taken already or not.
    bool takeAll(const Seat& seat, Purpose purpose, const Answer& gate, const TypeFields* type) {
        // Fields of newer programs have no category yet: they are for the home's own workers who get the whole category.
        const bool newer = m_own && gate.clause->choice == FieldChoice::AllOfCategory;
        if (newer && m_out.newer == NewerFields::Withheld) {
            m_out.newer = NewerFields::Released;
            shorten(gate.clause->lease);
        }
        bool any = newer;
        for (std::size_t n = 0; type != nullptr && n < type->groups.size(); ++n) {
            const auto& group = type->groups[n];
            const auto category = n == 0 ? m_record.category : group.category;
            const Answer answer = n == 0 ? gate : ask(seat, category, purpose);
            if (answer.grants()) {
                const auto offered = seat.agreement.fieldsOf(*answer.clause, *type, group.fields);
                any = any || !offered.empty();
                take(offered, answer.clause->lease, category);
            } else if (answer.announces()) {
                m_out.announced = m_out.announced | group.fields;
            }
        }
        return any;
    }

    void take(FieldMask offered, Lease lease, Category category) {
        const FieldMask gained = offered.without(m_out.fields);
        if (gained.empty()) {
            return;
        }
        m_out.fields = m_out.fields | gained;
        if (category == Category::HomeAccess) {
            m_out.masked = m_out.masked | gained;
        }
        shorten(lease);
    }

    void shorten(Lease by) {
        const auto shorter = [](std::uint16_t a, std::uint16_t b) {
            return a == 0 ? b : b == 0 ? a : std::min(a, b); // 0: no limit
        };
        m_out.lease = {shorter(m_out.lease.softHours, by.softHours), shorter(m_out.lease.hardHours, by.hardHours)};
    }

    [[nodiscard]] Answer ask(const Seat& seat, Category category, Purpose purpose) const {
        if (category == Category::CarerPrivate && !m_own) {
            return {Reason::CarerPrivate, nullptr};
        }
        const CompiledClause* clause = seat.agreement.cell(seat.home, seat.role, category, purpose);
        if (clause == nullptr) {
            return {Reason::NoClause, nullptr};
        }
        const Reason joined = joinedBy(*clause);
        if (!releases(joined)) {
            return {joined, clause};
        }
        if (!seat.agreement.hasBegun(m_now)) {
            return {Reason::NotYetInForce, clause};
        }
        if (seat.agreement.hasExpired(m_now)) {
            return {Reason::Expired, clause};
        }
        if (!seat.agreement.isBound(seat.home) || !seat.agreement.isBound(seat.viewer)) {
            return {Reason::NotSigned, clause};
        }
        if ((clause->suspendedBy >> seat.home & 1U) != 0 || (clause->suspendedBy >> seat.viewer & 1U) != 0) {
            return {Reason::Suspended, clause};
        }
        if (clause->permission != PermissionMode::NotNeeded) {
            const auto word =
                wordOn({m_record.home, m_viewer.principal.agency, category, purpose}, m_permissions, m_now);
            if (word == PersonsWord::Objects) {
                return {Reason::Objection, clause};
            }
            if (word == PersonsWord::NothingSaid && clause->permission == PermissionMode::PermissionRequired) {
                return {Reason::NoPermission, clause};
            }
        }
        return {clause->choice == FieldChoice::Nothing ? Reason::WithheldByClause : joined, clause};
    }

    [[nodiscard]] Reason joinedBy(const CompiledClause& clause) const {
        const auto joined = clause.relationships & m_relationships;
        const bool roleAlone = clause.relationships.has(Relationship::NoneNeeded);
        if (joined.empty() && !roleAlone) {
            return Reason::NoRelationship;
        }
        if (m_own) {
            return joined == RelationshipSet{Relationship::Emergency} && !roleAlone ? Reason::EmergencyAccess
                                                                                    : Reason::OwnAgency;
        }
        return joined.has(Relationship::CareTeam)            ? Reason::CareTeam
               : joined.has(Relationship::AddressedReferral) ? Reason::AddressedReferral
               : joined.has(Relationship::PracticeList)      ? Reason::PracticeList
               : joined.has(Relationship::Duty)              ? Reason::Duty
               : joined.has(Relationship::Emergency)         ? Reason::EmergencyAccess
                                                             : Reason::RoleAlone;
    }

    void deny(const Answer& answer, std::uint16_t agreement, Purpose purpose) {
        if (m_out.releases() || (m_denied && stageOf(answer.reason) <= stageOf(m_out.reason))) {
            return;
        }
        m_denied = true;
        m_out.reason = answer.reason;
        m_out.clause = {agreement, answer.clause == nullptr ? kNoClause : answer.clause->source};
        m_out.purpose = purpose;
    }

    // Steps 5 to 7: what only ever takes away.
    void restrict() {
        if (!m_out.releases()) {
            return;
        }
        restrictToReaders();
        restrictToStub();
        restrictLocation();
    }

    void restrictToReaders() {
        const auto& who = m_viewer.principal;
        const bool author = m_record.author == who.worker && m_record.authorAgency == who.agency;
        const bool named =
            std::any_of(m_record.readers.begin(), m_record.readers.end(), [&](const NamedReader& reader) {
                return reader.worker == who.worker && reader.agency == who.agency;
            });
        if (!m_record.readers.empty() && !author && !named) {
            m_out = withheld(Reason::NotNamedReader);
            m_out.toViewer = m_restrictionAnnounced ? ViewerReason::NotShared : ViewerReason::NothingToSay;
        }
    }

    void restrictToStub() {
        if (m_out.releases() && m_record.standing == Standing::EnteredInError) {
            m_out.access = Access::Read;
            if (!m_auditor) {
                const TypeFields* type = typeFieldsOf(m_record.type);
                m_out.fields = type == nullptr ? FieldMask{} : m_out.fields.without(type->prose);
                m_out.masked = m_out.masked & m_out.fields;
                m_out.newer = NewerFields::Withheld;
            }
            if (!m_out.releases()) {
                m_out = withheld(Reason::EnteredInError);
            }
        }
    }

    // Free text cannot be searched for an address; who writes it is warned. What is filed as where to find the person goes
    // nowhere at all, to no visitor either: ordinary records are what lists and the index are made of. What a restriction keeps is
    // nobody's once it ended: others may be hiding there.
    void restrictLocation() {
        if (!m_out.releases()) {
            return;
        }
        const auto& who = m_viewer.principal;
        const auto stands = whereabouts({who.agency, who.worker}, m_record.home, m_permissions, m_now);
        const TypeFields* type = typeFieldsOf(m_record.type);
        const FieldMask away = type == nullptr ? FieldMask{} : withheldAs(stands, *type);
        const FieldMask kept = type == nullptr ? FieldMask{} : (m_out.fields & type->hiding).without(away);
        m_out.fields = m_out.fields.without(away);
        m_out.announced = m_out.announced.without(away);
        m_out.masked = (m_out.masked | kept) & m_out.fields;
        if (!kept.empty()) {
            shorten({kVisitHours, kVisitHours}); // a device that is out of reach must not keep it
        }
        if (stands != Whereabouts::Open) {
            m_out.newer = NewerFields::Withheld; // a newer program's field may be an address
        }
        if (!m_out.releases()) {
            m_out = withheld(Reason::RestrictedLocation);
        }
    }

    [[nodiscard]] FieldMask withheldAs(Whereabouts stands, const TypeFields& type) const {
        if (stands == Whereabouts::Open) {
            return type.hiding;
        }
        if (m_record.category == Category::ContactDetails || m_record.category == Category::HomeAccess) {
            return type.all;
        }
        return stands == Whereabouts::ForVisitor ? type.locating.without(type.hiding) : type.locating;
    }

    [[nodiscard]] Decision withheld(Reason reason) const {
        Decision out;
        out.reason = reason;
        out.clause = m_out.clause;
        out.purpose = m_out.purpose;
        return out;
    }

    const Viewer& m_viewer;
    const RecordFacts& m_record;
    std::span<const PermissionStatement> m_permissions;
    WallTime m_now;
    bool m_own;
    RelationshipSet m_relationships;
    bool m_denied = false;
    bool m_announced = false;
    bool m_restrictionAnnounced = false;
    bool m_auditor = false;
    Decision m_out;
};

Decision denied(Reason reason) {
    Decision out;
    out.reason = reason;
    return out;
}

Decision whole(const TypeFields& type, Reason reason, NewerFields newer) {
    Decision out;
    out.fields = type.all;
    out.reason = reason;
    out.newer = newer;
    out.toViewer = ViewerReason::Released;
    return out;
}

// Who follows their concern without contact has it for as long as those who read safeguarding by the shipped policy.
constexpr Lease kOwnConcernLease{24, 72};

Decision followed(const TypeFields& type, const Decision& byAgreements) {
    if (byAgreements.mayContribute() && type.all.isWithin(byAgreements.fields)) {
        return byAgreements;
    }
    auto decision = whole(type, Reason::OwnConcern, byAgreements.newer);
    decision.access = Access::Contribute;
    decision.lease = kOwnConcernLease;
    return decision;
}

} // namespace

// Who offers which service is no secret among those who work together.
bool releasesDirectory(const AgencyId& viewer, const AgencyId& home, const AgreementsInForce& agreements,
                       WallTime now) {
    if (viewer.empty() || viewer == home) {
        return !viewer.empty();
    }
    return std::any_of(agreements.all().begin(), agreements.all().end(), [&](const CompiledAgreement& agreement) {
        if (agreement.isPolicy()) {
            return false;
        }
        const auto a = agreement.partyOf(home);
        const auto b = agreement.partyOf(viewer);
        return a != CompiledAgreement::kNone && b != CompiledAgreement::kNone && agreement.isBound(a) &&
               agreement.isBound(b) && agreement.hasBegun(now) && !agreement.hasExpired(now);
    });
}

Decision decide(const Viewer& viewer, const RecordFacts& record, const AgreementsInForce& agreements,
                std::span<const PermissionStatement> permissions, WallTime now) {
    const auto& who = viewer.principal;
    if (who.agency.empty()) {
        return denied(Reason::NobodyNamed);
    }
    const bool own = record.home == who.agency;
    const RecordSchema* schema = schemaOf(record.type);
    const TypeFields* type = typeFieldsOf(record.type);
    if (schema != nullptr && schema->subject == Subject::Directory) {
        if (own) {
            return whole(*type, Reason::OwnAgency, NewerFields::Released);
        }
        return releasesDirectory(who.agency, record.home, agreements, now)
                   ? whole(*type, Reason::Directory, NewerFields::Withheld)
                   : denied(Reason::NotAParty);
    }
    if (who.worker.empty()) {
        return denied(Reason::NobodyNamed);
    }
    if (record.standing == Standing::Draft) {
        const bool author = own && record.author == who.worker && record.authorAgency == who.agency;
        if (!author || type == nullptr) {
            return denied(Reason::DraftOfAnother);
        }
        auto decision = whole(*type, Reason::AuthorsDraft, NewerFields::Released);
        decision.access = Access::Contribute;
        return decision;
    }
    if (!own) {
        if (type == nullptr) {
            return denied(Reason::UnknownType);
        }
        if (schema->reach == Reach::HomeOnly || record.standing == Standing::Proposal) {
            return denied(Reason::OwnAgencyOnly);
        }
        if (record.category == Category::CarerPrivate) {
            return denied(Reason::CarerPrivate);
        }
    }
    const auto decision = Deciding(viewer, record, permissions, now).byAgreements(agreements, type);
    const bool referral = record.type == RecordType::Referral || record.type == RecordType::ReferralMessage;
    return own && referral && record.following == Following::OwnConcern ? followed(*type, decision) : decision;
}

Record redact(Record record, const Decision& decision) {
    const auto isReleased = [&](FieldTag tag) {
        const auto bit = bitOf(record.type, tag);
        return bit ? decision.fields.has(*bit) : decision.newer == NewerFields::Released;
    };
    FieldSet kept;
    for (const auto& [tag, value] : record.fields) {
        if (isReleased(tag)) {
            kept.set(tag, value);
        }
    }
    kept.setOthers(seenOf(record.fields.others(), isReleased));
    record.fields = std::move(kept);
    return record;
}

} // namespace frontsheet::sharing
